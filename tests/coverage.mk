# Coverage of the library and the commands by `make check` (gcovr).

coverage:
	@$(MAKE) --no-print-directory CC=gcc CFLAGS='-O0 -g --coverage' \
		B=build/coverage check
	@gcovr --root . --object-directory build/coverage --filter src/ \
		--exclude-unreachable-branches --print-summary \
		--html-details build/coverage/index.html | tail -n 40

.PHONY: coverage
