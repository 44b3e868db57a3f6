/*
 * The archive in memory. Flat arrays of fixed-size records; strings are
 * offsets into one block of characters. No pointer is stored in a record, so
 * the bytes can be saved and mapped as they are; no byte in one is padding, so
 * equal stores are equal bytes. Any number of threads may read a finished
 * store; only update_apply() and store_regroup() change it.
 */
#ifndef DATELINE_STORE_STORE_H
#define DATELINE_STORE_STORE_H

#include "dateline/analyse/analysis.h"
#include "dateline/base/intern.h"
#include "dateline/doc/doc.h"

#define STORE_NONE UINT32_MAX
/* A day that is not known. */
#define STORE_NO_DAY INT32_MIN

/* A string in store.chars; n == 0: none. */
struct sref {
	uint32_t at, n;
};

/* Elements [first, first + n) of the array that the field's comment names. */
struct span {
	uint32_t first, n;
};

struct article {
	struct sref id, path, title, source, site, dateline, url, lang, text;
	struct span bylines; /* strings */
	struct span translations; /* strings: as in struct doc */
	struct span warnings; /* strings */
	struct span blocks; /* blocks */
	struct span persons; /* persons */
	struct span quotes; /* quotes */
	struct span mentions; /* mentions */
	struct span anchors; /* anchors, by place in the text */
	struct span terms, shingles; /* empty when finished */
	struct span links; /* links, best first */
	struct date date, hint; /* as in struct doc */
	uint32_t words;
	uint32_t round; /* in rounds; STORE_NONE: it is gone (update.h) */
	uint32_t copy_of; /* first article of the same wording; STORE_NONE */
	uint32_t file; /* in files; STORE_NONE: of none */
	/* In outlets; STORE_NONE while building, and of those that came later
	 * (update.h) */
	uint32_t outlet;
	uint16_t date_basis;
	uint16_t given; /* as in struct doc */
};

/* Ranges are bytes in the article's text. */
struct store_quote {
	struct range span, mention, cue;
	uint32_t person; /* in store.persons, or STORE_NONE */
	uint16_t kind, confidence;
};

struct store_person {
	struct sref name, role;
	uint32_t mentions, quotes;
	uint16_t kind;
	int16_t gender;
};

struct store_mention {
	struct range span;
	uint32_t person; /* in store.persons */
};

/* Words of the text that lead to another page. */
struct store_anchor {
	struct range span;
	struct sref url;
};

struct store_term {
	uint32_t word; /* in store.words */
	uint16_t body, lead, title;
	uint16_t name;
};

/* Some of the postings of a word; the encoding is in src/store/postings.h. */
#define POSTING_RUN 128
struct posting_run {
	uint32_t at; /* in postings */
	uint32_t article; /* of its first posting; the others follow it */
	uint32_t n; /* postings, POSTING_RUN at most */
	uint32_t next; /* in posting_runs; STORE_NONE: the last of the word */
};

struct posting_list {
	uint32_t first, last; /* in posting_runs; STORE_NONE: none */
	uint32_t n; /* postings: in how many articles the word is */
};

/* The articles that cover one event. Every article is in exactly one. */
struct round {
	struct sref id; /* of its first article when it was made */
	struct sref title;
	struct span articles; /* round_articles, by time */
	int32_t first, last; /* days since 1970; STORE_NO_DAY */
	uint32_t storyline; /* in storylines */
	uint32_t sources; /* how many different ones */
};

/* Rounds that continue one another; every round is in exactly one. */
struct storyline {
	struct sref id, title;
	struct span rounds; /* storyline_rounds, by time */
};

/* Names in link_kind_names[]. */
enum link_kind {
	LINK_COPY,
	LINK_ROUND,
	LINK_MENTIONS, /* looks back on an earlier round of the storyline */
	LINK_STORYLINE,
	LINK_RELATED, /* alike, in another storyline */
	LINK_KINDS
};
extern const char *const link_kind_names[LINK_KINDS];

/* What else is known of a link. */
enum link_mark {
	LINK_QUOTES = 1, /* both articles have a quote */
	LINK_LOOKS_BACK = 2, /* store.looks_back has the words */
	LINK_JOINED = 4, /* by the reader (regroup.h) */
	LINK_KEPT_APART = 8
};

/* Eight bytes, as an article has up to 48; why it is linked is worked out when
 * it is asked for (why.h). */
struct link {
	uint32_t to; /* in articles */
	uint16_t score; /* see link_score() */
	uint8_t kind;
	uint8_t marks;
};

#define LINK_SCORE_ONE 65535.F

/* 0–1. */
static inline float link_score(const struct link *l)
{
	return (float)l->score / LINK_SCORE_ONE;
}

/* Where an article says that it looks back on another one's round. */
struct look_back {
	uint32_t from, to; /* as the link */
	struct range words; /* in the text of `from` */
};

/* Where a word and its postings begin; they end where the next one's begin. */
struct index_word {
	uint64_t chars, postings;
};

/* The words of the titles and texts, and where they are (text_index.h). */
struct text_index {
	VEC_OF(struct index_word) words; /* by their bytes */
	struct buf chars, postings;
	uint32_t articles; /* how many it is of, and those before */
};

/* What was not read, and why. */
struct skip {
	struct sref where, why;
	uint32_t file; /* in files; STORE_NONE: of none */
};

/* A file that was read, as it was then. */
struct store_file {
	struct sref path;
	uint64_t stamp; /* another one: the file changed (walk.h) */
};

struct found;
struct image_check;

struct store {
	struct buf chars;
	VEC_OF(struct sref) strings;
	VEC_OF(struct article) articles; /* in no order: new ones come last */
	VEC_OF(uint32_t)
	by_time; /* articles by date, source, id; undated last */
	VEC_OF(uint32_t) by_id; /* articles in order of their ids */
	VEC_OF(struct block) blocks;
	VEC_OF(struct store_person) persons;
	VEC_OF(struct store_quote) quotes;
	VEC_OF(struct store_mention) mentions;
	VEC_OF(struct store_anchor) anchors;
	VEC_OF(struct store_term) terms; /* while building: see terms.h */
	VEC_OF(struct sref) words; /* the vocabulary, in no order */
	VEC_OF(uint32_t) by_word; /* words in order */
	VEC_OF(struct posting_list) posting_lists; /* by word */
	VEC_OF(struct posting_run) posting_runs;
	VEC_OF(uint8_t) postings;
	VEC_OF(uint32_t) shingles; /* while building */
	VEC_OF(struct round) rounds; /* in no order, some perhaps empty */
	VEC_OF(uint32_t) rounds_by_time; /* rounds by their first articles */
	VEC_OF(uint32_t) round_articles;
	VEC_OF(struct storyline) storylines;
	VEC_OF(uint32_t) storyline_rounds;
	VEC_OF(struct link) links;
	VEC_OF(struct look_back) looks_back; /* by from, to */
	VEC_OF(struct skip) skips;
	VEC_OF(struct store_file) files;
	VEC_OF(struct sref) outlets; /* what store_source() gives, each once */
	struct text_index index; /* of articles [0, index.articles) */
	struct text_index added; /* of those that came later (update.h) */
	struct intern interned; /* words while building; empty when finished */
	struct found *found; /* what corrections change (regroup.h), as it was
				before; NULL: nothing is corrected */
	struct image_check *check; /* what is still looked at of the image it
				      is from; NULL: all is good */
	uint32_t from; /* while building: the file that is being read */
};

static inline struct str store_str(const struct store *s, struct sref r)
{
	return r.n ? str_of(s->chars.p + r.at, r.n) : STR_NONE;
}

struct store *store_new(void);
void store_free(struct store *s);

/*
 * Building, by one thread a store: copies the article in. A store holds at most
 * 4 GiB of text; what does not fit is listed in skips.
 */
void store_add(struct store *s, const struct doc *d, const struct analysis *a);
void store_add_skip(struct store *s, struct str where, struct str why);
/* Appends a copy of the unfinished store `from` to the unfinished `to`. */
void store_append(struct store *to, const struct store *from);
/*
 * Finishes a store: keeps one of the articles that are equal in all (listed in
 * skips), tells apart others with the same id (the later gets "id~2"),
 * estimates dates, sorts, finds rounds, storylines, copies and links. The
 * result depends on the articles only, not on their order of adding.
 */
void store_finish(struct store *s);

/*
 * By number, the place it has in an order (by_time, rounds_by_time) of n of all
 * `size` numbers; STORE_NONE: none. The caller frees it.
 */
uint32_t *store_places(const uint32_t *order, size_t n, size_t size);

/* The article with this id; STORE_NONE when there is none. */
uint32_t store_find(const struct store *s, struct str id);

/* The number of a folded word in words; STORE_NONE. */
uint32_t store_find_word(const struct store *s, struct str word);

/*
 * The outlet shown to the reader: source, else site, else the first folder of
 * the path inside the archive; never empty ("unknown").
 */
struct str store_source(const struct store *s, const struct article *a);

#endif
