#!/bin/bash
# The real program in a real terminal: a private tmux server.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/term/lib.sh
trap close_window EXIT

export LC_ALL=C.UTF-8 HOME=$work
unset NO_COLOR XDG_CONFIG_HOME XDG_STATE_HOME

# The shell before and after: what the program leaves behind is seen there.
open_window 80 24 "bash --norc --noprofile"
tm send-keys -t 0 "PS1='ready> '" Enter
shows "the shell is ready" '^ready>( |$)'
tm send-keys -t 0 -l "$program $archive; echo status \$?"
keys Enter

# A screen is left by q only when it is there: q in the list ends the program.
list_foot='by day .*help'

shows "the list is drawn" 'Velland|Dravel|Lesk' 20
keys / "Gauge deal" Enter
shows "a search goes to the article" '^>.*Gauge deal'
# Read already, so that opening it changes nothing.
keys r k j
shows "it is read" '31 unread'
before=$(screen)
keys Enter
shows "Enter opens an article" 'para [0-9]+/'
keys q
shows "q leads back to the list" "$list_foot"
[ "$(screen)" = "$before" ]
result $? "to the same place in it" "$(diff <(echo "$before") <(screen))"

keys e
shows "e shows the round" '^All articles > Round of [2-9]'
keys q
shows "q leads back from the round" "$list_foot"
keys '?'
shows "? shows help" '> Help'
keys q
shows "q leads back from help" "$list_foot"

# A storm of resizes, down to nothing and up again, with keys between.
for size in 200x60 20x5 10x3 1x1 132x43 79x23 300x100 5x60 80x24; do
	tm resize-window -t 0 -x "${size%x*}" -y "${size#*x}"
	keys j
	sleep 0.05
done
tm resize-window -t 0 -x 19 -y 4
sleep 0.3
tm resize-window -t 0 -x 80 -y 24
shows "the list is back after the resizes" 'Velland|Dravel|Lesk'
[ "$(tm display-message -p -t 0 '#{pane_width}x#{pane_height}')" = 80x24 ]
result $? "the window is 80x24 again"

keys Q
shows "Q quits with status 0" '^status 0'
[ "$(tm display-message -p -t 0 '#{alternate_on} #{cursor_flag} #{mouse_any_flag}')" = "0 1 0" ]
result $? "the screen, the cursor and the mouse are restored" \
	"$(tm display-message -p -t 0 '#{alternate_on} #{cursor_flag} #{mouse_any_flag}')"
shows "what stood there before is there again" '^ready> .*dateline'

# Signals: the terminal is restored whatever ends the program.
for signal in TERM HUP; do
	tm send-keys -t 0 -l "clear; $program $archive; echo ended \$?"
	keys Enter
	shows "the reader is open before SIG$signal" 'Velland|Dravel|Lesk' 20
	kill -s "$signal" "$(pgrep -n -P "$(tm display-message -p -t 0 '#{pane_pid}')")"
	shows "SIG$signal ends it" '^ended [0-9]+'
	[ "$(tm display-message -p -t 0 '#{alternate_on} #{cursor_flag}')" = "0 1" ]
	result $? "the screen is restored after SIG$signal"
done

# ^Z and back.
tm send-keys -t 0 -l "clear; $program $archive"
keys Enter
shows "the reader is open before ^Z" 'Velland|Dravel|Lesk' 20
keys C-z
shows "^Z stops it" 'Stopped'
tm send-keys -t 0 -l "fg"
keys Enter
sleep 0.5
shows "fg draws it anew" 'Velland|Dravel|Lesk'
keys Q
sleep 0.3

# Over the same terminal without colours.
tm send-keys -t 0 -l "clear; NO_COLOR=1 $program $archive"
keys Enter
shows "NO_COLOR: the list is drawn" 'Velland|Dravel|Lesk' 20
tm capture-pane -e -p -t 0 | grep -qP '\x1b\[[0-9;]*(3[0-7]|4[0-7]|9[0-7]|38|48)[;m]'
[ $? -eq 1 ]
result $? "NO_COLOR: no colour is used"
keys Q

# People: a person's screen through resizes, and a correction that is kept.
tm send-keys -t 0 -l "clear; $program $archive; echo ended \$?"
keys Enter
shows "the list is drawn for people" 'Velland|Dravel|Lesk' 20
keys P
shows "P lists the speakers" '> Speakers'
keys Enter
shows "Enter shows a person" 'quotes in .* articles of'
for size in 20x5 200x60 40x24 10x3 80x24; do
	tm resize-window -t 0 -x "${size%x*}" -y "${size#*x}"
	sleep 0.05
done
shows "the person is there after resizes" 'quotes in .* articles of'
keys : "same-person miklos" Tab Enter
shows "a correction is kept" '^ .* is “Miklos Sandor” *u undo$'
keys Q
shows "the reader ends after a correction" '^ended 0'
tm send-keys -t 0 -l "clear; $program --set archive.place=no $archive; echo ended \$?"
keys Enter
shows "the list is drawn again" 'Velland|Dravel|Lesk' 20
keys P
shows "P lists the speakers again" '^>Miklos Sandor'
keys Enter
shows "what was merged is one at the next start" '> Miklos Sandor'
keys G
shows "its reason is the reader" 'merged by you'
keys u
shows "u undoes it, sessions later" 'undone: '
keys Q
exit $failed
