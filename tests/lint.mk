# Static checks: clang-tidy (one file a process: several at once give false
# valist findings), cppcheck, shellcheck, clang-format.

lint_src := $(wildcard src/*.c src/*/*.c lang/*.c)
lint_all := $(lint_src) $(wildcard src/*/*.h include/dateline/*/*.h \
	tests/unit/*.[ch] tests/fuzz/*.[ch] tests/bench/*.[ch])
lint_scripts := $(wildcard tests/*/*.sh) .ci/run
lint_flags := $(DEFS) -std=c11 -Iinclude -Isrc -include dateline/base/banned.h \
	$(pkg_cflags)

lint: lint-tidy lint-cppcheck lint-shell lint-format

# Each file that passed is not looked at again until it or a header changes.
lint-tidy: $(lint_src:%=$(B)/tidy/%.ok)

$(B)/tidy/%.ok: % .clang-tidy $(wildcard include/dateline/*/*.h src/*/*.h)
	@mkdir -p $(@D)
	$(call say,TIDY)clang-tidy --quiet $< -- $(lint_flags) >$@.log 2>/dev/null \
		|| { cat $@.log; exit 1; }
	@touch $@

lint-cppcheck:
	cppcheck --std=c11 --enable=warning,style,performance,portability \
		--inline-suppr --error-exitcode=1 --quiet \
		--suppress=missingIncludeSystem --suppress=unusedStructMember \
		-D_GNU_SOURCE -Iinclude -Isrc \
		--force $(lint_src)

lint-shell:
	shellcheck $(lint_scripts)

lint-format:
	clang-format --dry-run -Werror $(lint_all)

# Rewrites the sources as lint-format wants them.
format:
	clang-format -i $(lint_all)

.PHONY: lint lint-tidy lint-cppcheck lint-shell lint-format format
