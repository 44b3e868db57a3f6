# Static checks: clang-tidy (one file a process: several at once give false
# valist findings), cppcheck, shellcheck, clang-format.

lint_src := $(wildcard src/*.c src/*/*.c lang/*.c doc/*.c)
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

# cppcheck 2.10 takes a struct err that is to be filled for one that is read,
# and an empty text for the only one; jansson's loop it does not know.
cppcheck_known := --suppress=ctuuninitvar:src/base/err.c \
	--suppress=knownConditionTrueFalse:src/input/lead.c \
	--suppress=variableScope:src/input/html_ld.c \
	'-Djson_array_foreach(a,i,v)=while((i=0,v=json_array_get(a,i)))'

lint-cppcheck:
	@cppcheck --std=c11 --enable=warning,style,performance,portability \
		--inline-suppr --error-exitcode=1 --quiet \
		--suppress=missingIncludeSystem --suppress=unusedStructMember \
		$(cppcheck_known) -D_GNU_SOURCE -Iinclude -Isrc \
		--force $(lint_src)

lint-shell:
	@shellcheck -x $(lint_scripts)

lint-format:
	@clang-format --dry-run -Werror $(lint_all)

# Rewrites the sources as lint-format wants them.
format:
	clang-format -i $(lint_all)

.PHONY: lint lint-tidy lint-cppcheck lint-shell lint-format format
