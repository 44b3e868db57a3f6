# dateline: build, run, check, install. See README.md.
#
# Each compiler and sanitizer has a build tree of its own; build/dateline is
# always the program built last.

CC = gcc
SAN =
PREFIX = /usr/local
DESTDIR =
CFLAGS = -O2 -g

comma := ,
variant := $(notdir $(CC))$(if $(SAN),-$(subst $(comma),-,$(SAN)))
B := build/$(variant)

# Debian packages: for the program, and what each check needs besides.
PACKAGES = gcc libc6-dev pkg-config libncurses-dev libxml2-dev \
	libiniparser-dev libunistring-dev libjansson-dev zlib1g-dev \
	libsqlite3-dev libxxhash-dev libhyphen-dev gettext
# The patterns are for the tests of hyphenation: the program goes without.
HYPHEN_PACKAGES = hyphen-en-us hyphen-de
UNIT_PACKAGES = libcmocka-dev python3 $(HYPHEN_PACKAGES)
PACKAGES_units = $(UNIT_PACKAGES)
PACKAGES_check = $(UNIT_PACKAGES)
PACKAGES_check-units = $(UNIT_PACKAGES)
PACKAGES_check-program = python3 $(HYPHEN_PACKAGES)
PACKAGES_check-layers = python3
PACKAGES_check-headers = python3
PACKAGES_check-tmux = python3 tmux
PACKAGES_check-ssh = python3 tmux openssh-server openssh-client
PACKAGES_check-valgrind = python3 valgrind
PACKAGES_check-network = python3 strace
PACKAGES_check-install = python3
PACKAGES_check-threads = $(UNIT_PACKAGES)
PACKAGES_lint = $(UNIT_PACKAGES) clang-tidy clang-format cppcheck shellcheck mandoc
PACKAGES_format = clang-format
PACKAGES_fuzz = clang libclang-rt-dev python3
PACKAGES_coverage = $(UNIT_PACKAGES) gcovr
PACKAGES_bench = python3
PACKAGES_bench-archives = python3
PACKAGES_bench-dumps = python3

goals := $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean,$(goals)),)
# Installs what is missing, saying so, before pkg-config is asked.
packages := $(sort $(PACKAGES) $(foreach goal,$(goals),$(PACKAGES_$(goal))) \
	$(if $(filter clang,$(CC)),clang libclang-rt-dev))
ifneq ($(shell tests/tools/deps.sh $(packages) >&2 || echo failed),)
$(error packages are missing: $(packages))
endif
endif

pkgs := ncursesw libxml-2.0 jansson zlib sqlite3 libxxhash
pkg_cflags := $(patsubst -I%,-isystem %,$(filter -I%,$(shell pkg-config --cflags $(pkgs) 2>/dev/null)))
pkg_libs := $(shell pkg-config --libs $(pkgs) 2>/dev/null) -liniparser -lunistring -lhyphen -lm

WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wvla -Wundef -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wconversion \
	-Wimplicit-fallthrough -fno-common -Werror
DEFS = -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64
SANFLAGS = $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
ALL_CFLAGS = $(WARN) $(DEFS) -Iinclude -Isrc -I$(B)/gen -include dateline/base/banned.h \
	$(pkg_cflags) $(SANFLAGS) $(CFLAGS) -pthread
ALL_LDFLAGS = $(SANFLAGS) $(LDFLAGS) -pthread

lib_src := $(filter-out src/term/%,$(wildcard src/*/*.c))
term_src := $(wildcard src/term/*.c)
lib_obj := $(lib_src:%.c=$(B)/%.o) $(B)/gen/lexicon_data.o $(B)/gen/builtin_themes.o \
	$(B)/gen/program_id.o
term_obj := $(term_src:%.c=$(B)/%.o)
lang_files := $(sort $(filter %.txt %.tsv,$(wildcard lang/*/*)))
themes_files := $(sort $(wildcard themes/*.ini))

catalogues := $(patsubst po/%.po,build/locale/%/LC_MESSAGES/dateline.mo,$(wildcard po/*.po))

# `make V=1` shows the commands.
say = $(if $(V),,@echo '  $(1)	$@';)

all: build/dateline $(catalogues)

build/dateline: $(B)/dateline FORCE
	@cmp -s $< $@ || cp -f $< $@

$(B)/dateline: $(B)/src/main.o $(term_obj) $(B)/libdateline.a
	$(call say,LD)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(pkg_libs)

$(B)/libdateline.a: $(lib_obj)
	@rm -f $@
	$(call say,AR)$(AR) rcs $@ $^

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The word lists of lang/ become one constant table a language.
mklexicon_src := lang/mklexicon.c src/text/fold.c src/text/utf8.c \
	$(patsubst %,src/base/%.c,str buf mem arena intern)

$(B)/gen/mklexicon: $(mklexicon_src) $(wildcard include/dateline/text/lexicon*.h) \
		include/dateline/text/weights.h
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(WARN) $(DEFS) -Iinclude -include dateline/base/banned.h -O1 -o $@ \
		$(mklexicon_src) -lunistring

$(B)/gen/lexicon_data.c: $(B)/gen/mklexicon $(lang_files) $(B)/gen/lang.names
	$(call say,GEN)$(B)/gen/mklexicon $(lang_files) >$@.tmp && mv $@.tmp $@

# Which files there are: without them a file that went would not be missed.
$(B)/gen/lang.names $(B)/gen/themes.names: FORCE
	@mkdir -p $(@D)
	@echo '$($(basename $(@F))_files)' | cmp -s - $@ || \
		echo '$($(basename $(@F))_files)' >$@

$(B)/gen/%.o: $(B)/gen/%.c
	$(call say,CC)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The files of themes/ are built in.
mkthemes_src := themes/mkthemes.c $(wildcard src/base/*.c) \
	$(patsubst %,src/config/%.c,theme theme_read color ini ini_line) \
	$(patsubst %,src/text/%.c,sanitize utf8)

$(B)/gen/mkthemes: $(mkthemes_src) include/dateline/config/theme.h
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(WARN) $(DEFS) -Iinclude -Isrc -include dateline/base/banned.h -O1 -o $@ \
		$(mkthemes_src) -liniparser -lunistring

$(B)/gen/builtin_themes.c: $(B)/gen/mkthemes $(themes_files) $(B)/gen/themes.names
	$(call say,GEN)$(B)/gen/mkthemes $(themes_files) >$@.tmp && mv $@.tmp $@

# What makes a store: an image that another program made is made anew.
program_id_src := $(sort $(foreach layer,base text doc input analyse store, \
	$(wildcard src/$(layer)/*.[ch] include/dateline/$(layer)/*.h)) \
	$(wildcard src/config/ini*) $(lang_files) lang/mklexicon.c)

$(B)/gen/program_id.c: $(program_id_src)
	@mkdir -p $(@D)
	$(call say,GEN)printf '#include "store/program_id.h"\nconst uint64_t program_id = UINT64_C(0x%.16s);\n' \
		"$$(cat $^ | sha256sum)" >$@

# Messages in other languages. `make po` brings the catalogues up to date with
# the sources; what is new is in them without a translation.
build/locale/%/LC_MESSAGES/dateline.mo: po/%.po
	@mkdir -p $(@D)
	$(call say,GEN)msgfmt --check -o $@ $<

XGETTEXT = xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=MSG \
	--keyword=message_many:1,2 --keyword=say_many:3,4 \
	--add-comments=TRANSLATORS --sort-by-file --no-location --package-name=dateline

build/dateline.pot: $(sort $(wildcard src/*.c src/*/*.[ch] include/dateline/*/*.h))
	@mkdir -p $(@D)
	$(call say,GEN)$(XGETTEXT) -o $@ $^

po: build/dateline.pot
	@for po in $(wildcard po/*.po); do \
		msgmerge --quiet --update --backup=none --no-fuzzy-matching $$po build/dateline.pot && \
		msgattrib --no-obsolete -o $$po $$po && sed -i '/^"POT-Creation-Date\|^"Report-Msgid/d' $$po && \
		printf '%s: ' $$po && msgfmt --statistics -o /dev/null $$po || exit; \
	done

# Manual pages and completions are made from the tables of the program.
man_pages := $(patsubst doc/man/%.in,$(B)/man/%,$(wildcard doc/man/*.in))
completions := $(addprefix $(B)/completion/,dateline.bash _dateline dateline.fish)

$(B)/gen/mkman $(B)/gen/mkcompletion: $(B)/gen/%: doc/%.c $(B)/libdateline.a
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(B)/libdateline.a $(pkg_libs)

$(B)/man/%: doc/man/%.in $(B)/gen/mkman
	@mkdir -p $(@D)
	$(call say,GEN)$(B)/gen/mkman <$< >$@.tmp && mv $@.tmp $@

$(completions): $(B)/gen/mkcompletion
	@mkdir -p $(@D)
	$(call say,GEN)$(B)/gen/mkcompletion $(@F) >$@.tmp && mv $@.tmp $@

doc: $(man_pages) $(completions)

include $(wildcard tests/*.mk)

run: build/dateline
	@build/dateline samples/archive

install: build/dateline doc $(catalogues)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/dateline/themes \
		$(DESTDIR)$(PREFIX)/share/doc/dateline
	install -m 755 build/dateline $(DESTDIR)$(PREFIX)/bin/dateline
	install -m 644 themes/*.ini $(DESTDIR)$(PREFIX)/share/dateline/themes
	cd samples/archive && find . -type f -exec \
		install -D -m 644 '{}' '$(abspath $(DESTDIR)$(PREFIX))/share/dateline/samples/{}' ';'
	install -m 644 README.md config.ini.example $(DESTDIR)$(PREFIX)/share/doc/dateline
	for mo in $(catalogues); do install -D -m 644 "$$mo" \
		"$(DESTDIR)$(PREFIX)/share/$${mo#build/}" || exit; done
	for page in $(man_pages); do install -D -m 644 "$$page" \
		"$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}" || exit; done
	install -D -m 644 $(B)/completion/dateline.bash \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/dateline
	install -D -m 644 $(B)/completion/_dateline \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dateline
	install -D -m 644 $(B)/completion/dateline.fish \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dateline.fish

clean:
	rm -rf build

.PHONY: all doc po run install clean FORCE
-include $(shell find $(B) -name '*.d' 2>/dev/null)
