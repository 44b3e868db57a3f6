#!/bin/bash
# The reader over a real OpenSSH server: loopback, a free port, throwaway keys.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/term/lib.sh
sshd_pid=
# shellcheck disable=SC2317 # called by the trap
finish() {
	[ -z "$sshd_pid" ] || kill "$sshd_pid" 2>/dev/null
	close_window
}
trap finish EXIT
chmod 700 "$work"

ssh-keygen -q -t ed25519 -N '' -f "$work/host" &&
	ssh-keygen -q -t ed25519 -N '' -f "$work/user" || exit 1
cp "$work/user.pub" "$work/authorized"
port=$(python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])')
cat >"$work/sshd_config" <<-END
	Port $port
	ListenAddress 127.0.0.1
	HostKey $work/host
	AuthorizedKeysFile $work/authorized
	PidFile $work/sshd.pid
	PasswordAuthentication no
	KbdInteractiveAuthentication no
	UsePAM no
	StrictModes no
	AcceptEnv LC_* NO_COLOR
	PermitRootLogin prohibit-password
END
[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
"$(command -v sshd || echo /usr/sbin/sshd)" -D -e -f "$work/sshd_config" \
	2>"$work/sshd.log" &
sshd_pid=$!

ssh_command="ssh -tt -F /dev/null -i $work/user -p $port \
	-o IdentitiesOnly=yes -o UserKnownHostsFile=$work/known \
	-o StrictHostKeyChecking=accept-new -o LogLevel=ERROR \
	-o ConnectionAttempts=20 $(id -un)@127.0.0.1"

export LC_ALL=C.UTF-8
open_window 80 24 "bash --norc --noprofile"
tm send-keys -t 0 -l "$ssh_command 'env LC_ALL=C.UTF-8 HOME=$work $program $archive'; echo status \$?"
keys Enter
shows "the list is drawn over ssh" 'Velland|Dravel|Lesk' 30 ||
	sed 's/^/# /' "$work/sshd.log"
# Read already, so that opening it changes nothing.
keys r k
shows "it is read" '31 unread'
before=$(screen)
keys Enter
shows "Enter opens an article" '[0-9]+ ?%|para|quote'
keys q
sleep 0.5
[ "$(screen)" = "$before" ]
result $? "q leads back to the same list" "$(diff <(echo "$before") <(screen))"
tm resize-window -t 0 -x 130 -y 40
sleep 0.5
keys j
shows "a resize reaches the program" '.{100,}'
keys Q
shows "Q ends the session with status 0" 'status 0'
[ "$(tm display-message -p -t 0 '#{alternate_on} #{cursor_flag}')" = "0 1" ]
result $? "the screen is restored"

# A connection that breaks leaves no process behind.
tm send-keys -t 0 -l "clear; $ssh_command 'env LC_ALL=C.UTF-8 HOME=$work $program $archive'"
keys Enter
shows "the list is drawn again" 'Velland|Dravel|Lesk' 30
tm kill-server
sleep 2
left=$(pgrep -f "^$program $archive" | wc -l)
[ "$left" -eq 0 ]
result $? "a broken connection leaves no process behind" "$left left"
exit $failed
