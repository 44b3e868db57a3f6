"""A terminal of the bytes that are sent: what each cell shows. Unknown sequences are errors."""
import re
import unicodedata

TOKEN = re.compile(r'\x1b\]8;[^;]*;([ -~]*)\x1b(\\)|\x1b\[([0-9;:?>]*)([ -/]*[@-~])|\x1b([()*+].|[ -/]*[0-~])|([\x00-\x1f])|(.)', re.S)
PLAIN = ()
ERASED = (' ', PLAIN)


def width(c):
    if unicodedata.combining(c) or unicodedata.category(c) in ('Mn', 'Me', 'Cf'):
        return 0
    return 2 if unicodedata.east_asian_width(c) in 'WF' else 1


class Emulator:
    """xterm as far as what curses sends goes; erasing takes the background (bce)."""

    def __init__(self, rows, cols):
        self.rows, self.cols = rows, cols
        self.grid = [[ERASED] * cols for _ in range(rows)]
        self.row = self.col = 0
        self.region = (0, rows - 1)
        self.look = {}
        self.link = ''  # the address (OSC 8) that what is written leads to
        self.visible = True
        self.wraps = False
        self.saved = (0, 0, {})
        self.last = ' '
        self.errors = []

    def feed(self, data):
        for m in TOKEN.finditer(data.decode('utf-8')):
            if m[2]:
                self.link = m[1]
            elif m[4]:
                self.csi(m[3], m[4])
            elif m[5]:
                self.escape(m[5])
            elif m[6]:
                self.control(m[6])
            else:
                self.put(m[7])

    def escape(self, c):
        if c == 'M' and self.row == self.region[0]:
            self.scroll(-1)
        elif c == 'M':
            self.row -= 1
        elif c == '7':
            self.saved = (self.row, self.col, dict(self.look))
        elif c == '8':
            self.row, self.col, self.look = self.saved[0], self.saved[1], dict(self.saved[2])
        elif c not in ('=', '>', '(B', ')0'):
            self.errors.append(c)

    def control(self, c):
        if c == '\r':
            self.col, self.wraps = 0, False
        elif c == '\n':
            if self.row == self.region[1]:
                self.scroll(1)
            else:
                self.row += 1
        elif c == '\b':
            self.col, self.wraps = self.col - 1, False
        elif c == '\t':
            self.col = min((self.col // 8 + 1) * 8, self.cols - 1)
        elif c != '\x0f':
            self.errors.append(c)

    def put(self, c):
        n = width(c)
        if n == 0:
            text, look = self.grid[self.row][self.col - 1]
            self.grid[self.row][self.col - 1] = (text + c, look)
            return
        if self.wraps:
            self.errors.append('text after the last column')
        line, look = self.grid[self.row], self.shown_look()
        for col in range(self.col, self.col + n):
            self.break_wide(line, col)
        self.last = c
        line[self.col] = (c, look)
        if n == 2:
            line[self.col + 1] = ('', look)
        self.col += n
        if self.col >= self.cols:
            self.col, self.wraps = self.cols - 1, True

    def break_wide(self, line, col):
        """Half of a wide character that is written over leaves a blank."""
        if line[col][0] == '':
            line[col - 1] = (' ', line[col - 1][1])
        if col + 1 < self.cols and line[col + 1][0] == '':
            line[col + 1] = (' ', line[col + 1][1])

    def shown_look(self):
        look = dict(self.look, link=self.link) if self.link else self.look
        return tuple(sorted(look.items()))

    def links(self):
        """The text of each row that leads somewhere, and where."""
        found = []
        for line in self.grid:
            leads = [(c, dict(look)['link']) for c, look in line if 'link' in dict(look)]
            if leads:
                found.append((''.join(c for c, _ in leads), {address for _, address in leads}))
        return found

    def blank(self):
        return (' ', tuple(sorted((k, v) for k, v in self.look.items() if k == 'bg')))

    def scroll(self, n):
        self.scroll_from(self.region[0], n)

    def scroll_from(self, top, n):
        bottom = self.region[1]
        for _ in range(abs(n)):
            if n > 0:
                self.grid.insert(bottom + 1, [self.blank()] * self.cols)
                del self.grid[top]
            else:
                del self.grid[bottom]
                self.grid.insert(top, [self.blank()] * self.cols)

    def csi(self, params, final):
        if params.startswith(('?', '>')) or final in 't':
            if params in ('?25', '?12;25'):
                self.visible = final == 'h'
            return
        if final == 'm':
            self.sgr(params)
            return
        p = [int(x or 0) for x in params.split(';')]
        n = p[0] or 1
        if final == 'H':
            self.row, self.col = n - 1, (p[1] or 1) - 1 if len(p) > 1 else 0
        elif final == 'r':
            self.region = (n - 1, p[1] - 1) if len(p) > 1 else (0, self.rows - 1)
            self.row = self.col = 0
        elif final in 'ST':
            self.scroll(n if final == 'S' else -n)
        elif final == 'K' and params in ('', '1'):
            self.erase(self.row, *((0, self.col + 1) if params else (self.col, self.cols)))
        elif final == 'J':
            if not params:
                self.erase(self.row, self.col, self.cols)
            for row in range(0 if params else self.row + 1, self.rows):
                self.erase(row, 0, self.cols)
        elif final in 'LM':
            self.scroll_from(self.row, -n if final == 'L' else n)
        elif final in '@P':
            self.shift(n if final == '@' else -n)
        elif final == 'b':
            for _ in range(n):
                self.put(self.last)
        elif final == 'X':
            self.erase(self.row, self.col, self.col + n)
        elif final in 'dGABCDZ':
            self.row = {'d': n - 1, 'A': self.row - n, 'B': self.row + n}.get(final, self.row)
            self.col = {'G': n - 1, 'C': self.col + n, 'D': self.col - n,
                        'Z': (self.col - 1) // 8 * 8}.get(final, self.col)
        elif final not in 'lh':
            self.errors.append(f'CSI {params} {final}')
        self.wraps = False

    def shift(self, n):
        line = self.grid[self.row]
        rest = line[self.col:]
        line[self.col:] = ([self.blank()] * n + rest)[:len(rest)] if n > 0 else rest[-n:] + [self.blank()] * -n

    def erase(self, row, start, end):
        line = self.grid[row]
        self.break_wide(line, start)
        self.break_wide(line, end - 1)
        line[start:end] = [self.blank()] * (end - start)

    def sgr(self, params):
        p = [int(x or 0) for x in re.split('[;:]', params)]
        while p:
            n = p.pop(0)
            if n == 0:
                self.look = {}
            elif n in (38, 48):
                self.look['fg' if n == 38 else 'bg'] = tuple(p[:2])
                del p[:2]
            elif n == 10:
                pass  # the first font
            elif 30 <= n <= 37 or 90 <= n <= 97:
                self.look['fg'] = n
            elif 40 <= n <= 47 or 100 <= n <= 107:
                self.look['bg'] = n
            elif n in (39, 49):
                self.look.pop('fg' if n == 39 else 'bg', None)
            elif n in (1, 2, 3, 4, 7):
                self.look[str(n)] = True
            elif n in (23, 24, 27):
                self.look.pop(str(n - 20), None)
            else:
                self.errors.append(f'SGR {params}')

    def text(self):
        return '\n'.join(''.join(c for c, _ in line).rstrip() for line in self.grid)

    def shown(self):
        """Every cell as it looks: on a blank only backgrounds, underlines and reverse do."""
        def seen(cell):
            if cell[0] != ' ':
                return cell
            return (' ', tuple((k, v) for k, v in cell[1] if k in ('bg', '4', '7', 'link')
                               or k == 'fg' and {'4', '7'} & dict(cell[1]).keys()))
        return [[seen(c) for c in line] for line in self.grid], self.visible and (self.row, self.col)
