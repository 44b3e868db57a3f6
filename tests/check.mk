# The checks. Every test program prints TAP lines; tests/tools/tally.py runs
# them and counts. UPDATE=1 writes golden documents and screens anew.

export UPDATE
PYTHON = PYTHONDONTWRITEBYTECODE=1 python3
tally = DATELINE=$(CURDIR)/$(B)/dateline INSTRUMENTED=$(SAN) $(PYTHON) tests/tools/tally.py

headers_test := tests/tools/headers.sh $(CC) $(WARN) $(DEFS) -Iinclude -Isrc \
	-include dateline/base/banned.h $(pkg_cflags)
static_tests := "python3 tests/tools/layers.py" "python3 tests/tools/limits.py" \
	"python3 tests/tools/unused.py" "python3 tests/tools/messages.py"
# Those that wait for a terminal first: the others run beside them.
program_tests := "python3 tests/term/terminal.py" "python3 tests/term/commands.py" \
	"python3 tests/term/outside.py" "python3 tests/term/drawing.py" \
	"python3 tests/term/types.py" "python3 tests/term/ends.py" \
	"python3 tests/term/input.py" "python3 tests/term/hyperlinks.py" \
	"python3 tests/term/looks.py" \
	"python3 tests/golden/documents.py" \
	"python3 tests/golden/expected.py" "python3 tests/golden/languages.py" \
	"python3 tests/screen/screens.py" \
	"python3 tests/cli/readme.py" "python3 tests/cli/contract.py" \
	"python3 tests/cli/corrections.py" "python3 tests/cli/reading.py" \
	"python3 tests/cli/notes.py" "python3 tests/cli/newsboat.py" \
	"python3 tests/cli/images.py" "python3 tests/cli/formats.py" \
	"python3 tests/cli/manual.py" "python3 tests/cli/languages.py" \
	"python3 tests/hostile/hostile.py" \
	"python3 tests/tools/seeds.py" \
	"python3 tests/tools/lists.py"

check: $(B)/dateline units doc $(catalogues) build/dateline.pot
	@$(tally) $(program_tests) $(static_tests) "$(headers_test)" \
		$(unit_bin:%="%")

check-units: units
	@$(tally) $(unit_bin:%="%")

check-program: $(B)/dateline doc $(catalogues)
	@$(tally) $(program_tests)

check-layers: build/dateline.pot
	@$(tally) $(static_tests)

check-headers:
	@$(tally) "$(headers_test)"

# The real program in a real terminal, here and over a real OpenSSH server.
check-tmux: $(B)/dateline
	@$(tally) tests/term/tmux.sh

check-ssh: $(B)/dateline
	@$(tally) tests/term/ssh.sh

# What CI runs besides, each with a tool of its own.
check-valgrind: $(B)/dateline
	@$(tally) tests/tools/valgrind.sh

check-network: $(B)/dateline
	@$(tally) tests/tools/network.sh

check-install: build/dateline
	@$(tally) tests/tools/install.sh

# With SAN=thread. Addresses are not randomised: gcc 12's ThreadSanitizer does
# not know where newer kernels put things.
thread_tests = $(filter %/test_archive %/test_crew %/test_load %/test_pool %/test_quote_index \
	%/test_search_job \
	%/test_store %/test_walk,$(unit_bin))
check-threads: $(B)/dateline units
	@WRAP='setarch -R' $(tally) $(thread_tests:%="setarch -R %") \
		"python3 tests/cli/contract.py"

.PHONY: check-valgrind check-network check-install check-threads
.PHONY: check check-units check-program check-layers check-headers check-tmux \
	check-ssh
