#include "term/lines.h"

#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/translit.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

#include <sys/ioctl.h>
#include <unistd.h>

/* The size a terminal is taken to have when it does not say. */
#define ROWS 24
#define COLUMNS 80

/* Columns of a row of the list. */
#define NUMBER_COLS 5
#define DATE_COLS 11 /* "~2019-05-14" */
#define SOURCE_COLS 18
#define NARROW 60 /* without the source */

struct session {
	const struct store *store;
	struct corrections *corrections;
	FILE *in;
	bool utf8;
	int rows, columns;
	uint32_t next; /* the first article not listed yet */
	char *answer; /* getline()'s */
	size_t answer_cap;
};

/* What is printed is cut to lines and may be stopped between two pages. */
struct page {
	struct session *session;
	int left; /* lines until the next question */
	bool stopped;
};

static void print(const struct session *s, struct str text)
{
	struct buf ascii = { 0 };
	int columns;

	if (s->utf8) {
		safe_fputs(text, stdout);
		return;
	}
	for (size_t at = 0, end; at < text.n; at = end) {
		end = text_cluster(text, at, &columns);
		buf_add_c(&ascii, text_to_ascii(str_slice(text, at, end)));
	}
	safe_fputs(buf_str(&ascii), stdout);
	buf_release(&ascii);
}

/* Asks, and gives the answer trimmed; STR_NONE at the end of input. */
static struct str ask(struct session *s, const char *question)
{
	ssize_t n;

	safe_fputs(str_from_c(question), stdout);
	fflush(stdout);
	n = getline(&s->answer, &s->answer_cap, s->in);
	return n < 0 ? STR_NONE : str_trim(str_of(s->answer, (size_t)n));
}

/* After a full page, whether the reader wants another; asked again until it is
 * clear. */
static bool wants_more(struct page *p)
{
	struct str answer;

	do
		answer = ask(p->session, _("-- Enter: more, q: back -- "));
	while (answer.n && !str_eq(answer, STR("q")));
	p->left = p->session->rows - 2;
	return answer.p && !answer.n;
}

static void print_line(struct page *p, struct str line)
{
	if (!p->stopped && p->left == 0)
		p->stopped = !wants_more(p);
	if (p->stopped)
		return;
	p->left--;
	print(p->session, line);
	putchar('\n');
}

static void print_wrapped(struct page *p, struct str text)
{
	struct lines lines = { 0 };
	struct range all = { 0, (uint32_t)text.n };

	text_wrap(text, all, p->session->columns - 1, &lines);
	for (size_t i = 0; i < lines.list.n; i++)
		print_line(p, str_range(text, lines.list.v[i]));
	lines_release(&lines);
}

/* "2019-05-14", and "19:40" behind it where the clock is wanted and known. */
static void format_date(
	const struct article *a, bool with_clock, struct buf *out)
{
	char date[DATE_TEXT_MAX];
	struct str text = str_from_c(date_format(&a->date, date)), day;

	if (!a->date.year) {
		buf_add(out, MSG("undated"));
		return;
	}
	if (a->date_basis == BASIS_ESTIMATED)
		buf_add_c(out, '~');
	str_split(&text, 'T', &day);
	buf_add(out, day);
	if (with_clock && a->date.precision >= DATE_MINUTE)
		buf_add_f(out, " %02d:%02d", a->date.hour, a->date.minute);
}

/* Opening an article reads it, as on the screen. */
static void mark(const struct session *s, enum state_kind kind,
	uint32_t article, bool on)
{
	const struct marking m = { .kind = kind,
		.on = on,
		.silent = kind == STATE_READ && on,
		.articles = &article,
		.n = 1 };

	corrections_mark(s->corrections, &m);
}

static uint32_t round_size(const struct session *s, const struct article *a)
{
	return s->store->rounds.v[a->round].articles.n;
}

static void print_article(struct session *s, uint32_t article)
{
	const struct article *a = &s->store->articles.v[article];
	struct page page = { s, s->rows - 2, false };
	struct buf meta = { 0 }, tags = { 0 };

	mark(s, STATE_READ, article, true);

	buf_add(&meta, store_source(s->store, a));
	buf_add(&meta, STR(", "));
	format_date(a, true, &meta);
	if (round_size(s, a) > 1)
		buf_add_f(&meta, _(", round of %u"), round_size(s, a));
	if (mark_set_has(&s->corrections->marks.starred, article))
		buf_add(&meta, MSG(", starred"));
	marks_say_tags(&s->corrections->marks, article, &tags);
	if (tags.n)
		buf_add_f(&meta, _(", tagged %.*s"), STR_ARG(buf_str(&tags)));
	print_wrapped(&page, store_str(s->store, a->title));
	print_wrapped(&page, buf_str(&meta));
	print_line(&page, STR(""));
	print_wrapped(&page, store_str(s->store, a->text));
	buf_release(&meta);
	buf_release(&tags);
}

/* Articles are numbered as the screen lists them: the newest first, the
 * undated last. */
static uint32_t dated_articles(const struct store *s)
{
	const uint32_t *v = s->by_time.v;
	uint32_t dated = (uint32_t)s->by_time.n;

	while (dated > 0 && !s->articles.v[v[dated - 1]].date.year)
		dated--;
	return dated;
}

/* From the number to the place in the order of time, and back. */
static uint32_t turned(const struct store *s, uint32_t at)
{
	uint32_t dated = dated_articles(s);

	return at < dated ? dated - 1 - at : at;
}

static uint32_t article_at(const struct store *s, uint32_t number)
{
	return s->by_time.v[turned(s, number)];
}

static uint32_t number_of(const struct store *s, uint32_t article)
{
	uint32_t at = 0;

	while (s->by_time.v[at] != article)
		at++;
	return turned(s, at);
}

/* Adds text in exactly so many columns and a blank: cut with dots, or filled
 * up. */
static void add_column(struct buf *row, struct str text, int columns)
{
	int used;
	struct str fit = text_fit(text, columns, &used);

	if (fit.n < text.n) {
		fit = text_fit(text, columns - 2, &used);
		buf_add(row, fit);
		buf_add(row, STR(".."));
		used += 2;
	} else {
		buf_add(row, fit);
	}
	for (; used <= columns; used++)
		buf_add_c(row, ' ');
}

static bool has_tag(const struct marks *m, uint32_t article)
{
	for (size_t i = 0; i < m->tags.n; i++)
		if (mark_set_has(&m->tags.v[i].set, article))
			return true;
	return false;
}

/* As in the screen's lists, where a column of them comes with the first. */
static void add_mark(const struct session *s, uint32_t article, struct buf *row)
{
	const struct marks *m = &s->corrections->marks;

	if (!m->read.n && !m->starred.n && !m->tags.n)
		return;
	if (mark_set_has(&m->starred, article))
		buf_add(row, STR("* "));
	else if (has_tag(m, article))
		buf_add(row, STR("# "));
	else
		buf_add(row, mark_set_has(&m->read, article) ? STR("- ")
							     : STR("  "));
}

static void list_row(struct session *s, uint32_t number)
{
	uint32_t article = article_at(s->store, number);
	const struct article *a = &s->store->articles.v[article];
	struct buf row = { 0 }, date = { 0 };
	struct str title = store_str(s->store, a->title);
	int left;

	format_date(a, false, &date);
	buf_add_f(&row, "%*u ", NUMBER_COLS, number + 1);
	add_mark(s, article, &row);
	left = s->columns - 1 - (int)row.n - (DATE_COLS + 1);
	add_column(&row, buf_str(&date), DATE_COLS);
	if (s->columns >= NARROW) {
		add_column(&row, store_source(s->store, a), SOURCE_COLS);
		left -= SOURCE_COLS + 1;
	}
	if (left > 2)
		add_column(&row, title.n ? title : store_str(s->store, a->id),
			left);
	while (row.p[row.n - 1] == ' ')
		row.n--;
	print(s, buf_str(&row));
	putchar('\n');
	buf_release(&row);
	buf_release(&date);
}

/* The articles of the round that has this one, by time. */
static void list_round(struct session *s, uint32_t article)
{
	const struct round *r =
		&s->store->rounds.v[s->store->articles.v[article].round];

	for (uint32_t i = 0; i < r->articles.n; i++)
		list_row(s,
			number_of(s->store, s->store->round_articles
						    .v[r->articles.first + i]));
	if (r->articles.n < 2)
		safe_fputs(MSG("nobody else covered this\n"), stdout);
}

/* The next rows that fit; after the last, the first again. */
static void list_page(struct session *s)
{
	uint32_t all = (uint32_t)s->store->by_time.n;

	if (s->next >= all)
		s->next = 0;
	for (int i = 0; i < s->rows - 2 && s->next < all; i++)
		list_row(s, s->next++);
}

static void set_size(struct session *s)
{
	struct winsize w;
	bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0;

	s->rows = known && w.ws_row > 4 ? w.ws_row : ROWS;
	s->columns = known && w.ws_col > 20 ? w.ws_col : COLUMNS;
}

static void help(void)
{
	safe_fputs(MSG("12    open article 12; it is read then\n"
		       "Enter more of the list; after its end, from the top\n"
		       "e12   the round of article 12: who else covered it\n"
		       "r12   read, or unread again (-)\n"
		       "*12   star it, or no longer (*)\n"
		       "q     quit\n"),
		stdout);
}

static void obey_article(struct session *s, char command, uint32_t article)
{
	const struct marks *m = &s->corrections->marks;

	switch (command) {
	case 'e':
		list_round(s, article);
		break;
	case 'r':
		mark(s, STATE_READ, article, !mark_set_has(&m->read, article));
		list_row(s, number_of(s->store, article));
		break;
	case '*':
		mark(s, STATE_STARRED, article,
			!mark_set_has(&m->starred, article));
		list_row(s, number_of(s->store, article));
		break;
	default:
		print_article(s, article);
	}
}

/* Does what was answered; false at the end. */
static bool obey(struct session *s, struct str answer)
{
	char command = '\0';
	uint32_t number;

	if (!answer.p || str_eq(answer, STR("q")))
		return false;
	set_size(s);
	if (!answer.n) {
		list_page(s);
		return true;
	}
	if (strchr("er*", answer.p[0])) {
		command = answer.p[0];
		answer = str_trim(str_slice(answer, 1, answer.n));
	}
	if (str_eq(answer, STR("?")))
		help();
	else if (str_to_u32(answer, &number) && number > 0 &&
		 number <= s->store->by_time.n)
		obey_article(s, command, article_at(s->store, number - 1));
	else
		safe_fputs(
			MSG("no article has this number; ? helps\n"), stdout);
	return true;
}

void lines_run(const struct store *store, struct corrections *c, int keys_fd,
	bool utf8)
{
	struct session s = { .store = store, .corrections = c, .utf8 = utf8 };

	s.in = fdopen(dup(keys_fd), "r");
	if (!s.in)
		return;
	set_size(&s);
	list_page(&s);
	while (obey(&s,
		ask(&s, _("number: article, Enter: more, ?: help, q: quit > "))))
		;
	putchar('\n');
	fflush(stdout);
	free(s.answer);
	fclose(s.in);
}
