# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that read this file use them
# What the terminal tests share: a private tmux server with one window.

program=${DATELINE:-$PWD/build/dateline}
archive=$PWD/samples/archive
work=$(mktemp -d)
# HOME: each start begins at the index.
mkdir -p "$work/.config/dateline"
printf '[archive]\nplace = no\n' >"$work/.config/dateline/config.ini"
failed=0
count=0

tm() {
	tmux -f /dev/null -S "$work/tmux" "$@"
}

screen() {
	tm capture-pane -p -t 0
}

# open_window COLUMNS ROWS COMMAND: a shell-less window that stays when it ends.
open_window() {
	tm new-session -d -x "$1" -y "$2" "$3"
	tm set -g remain-on-exit on
	tm set -g status off
	tm set -g window-size manual
	tm resize-window -t 0 -x "$1" -y "$2"
}

# keys KEY...: each is a key's name for tmux.
keys() {
	tm send-keys -t 0 "$@"
}

# shows NAME REGEX [SECONDS]: the screen shows it, at once or soon.
shows() {
	local end=$((SECONDS + ${3:-10}))
	until screen | grep -qE -- "$2"; do
		if [ $SECONDS -ge $end ]; then
			result 1 "$1" "no /$2/ in:" "$(screen)"
			return 1
		fi
		sleep 0.05
	done
	result 0 "$1"
}

# result STATUS NAME [WHY...]
result() {
	local status=$1 name=$2
	shift 2
	count=$((count + 1))
	if [ "$status" -eq 0 ]; then
		echo "ok $count - $name"
	else
		failed=1
		echo "not ok $count - $name"
		[ $# -eq 0 ] || printf '%s\n' "$@" | sed 's/^/# /'
	fi
}

close_window() {
	tm kill-server 2>/dev/null
	rm -rf "$work"
}
