#include "dateline/store/query.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/words.h"
#include "query_limits.h"

const char *const query_field_names[QUERY_FIELDS] = {
	[QUERY_ANYWHERE] = "",
	[QUERY_TITLE] = "title",
	[QUERY_SOURCE] = "source",
	[QUERY_BY] = "by",
	[QUERY_PLACE] = "place",
	[QUERY_ROUND] = "round",
	[QUERY_LANG] = "lang",
	[QUERY_SAID] = "said",
	[QUERY_QUOTE] = "quote",
	[QUERY_TAG] = "tag",
	[QUERY_NOTE] = "note",
	[QUERY_DATE] = "date",
	[QUERY_WEEKDAY] = "weekday",
	[QUERY_WORDS] = "words",
	[QUERY_IS] = "is",
};

const char *const query_is_names[QUERY_IS_KINDS] = {
	[IS_COPY] = "copy",
	[IS_DATED] = "dated",
	[IS_ESTIMATED] = "estimated",
	[IS_UNDATED] = "undated",
	[IS_ALONE] = "alone",
	[IS_READ] = "read",
	[IS_UNREAD] = "unread",
	[IS_STARRED] = "starred",
	[IS_LATER] = "later",
	[IS_NOTED] = "noted",
};

const char *const query_weekday_names[QUERY_WEEKDAYS] = { "monday", "tuesday",
	"wednesday", "thursday", "friday", "saturday", "sunday" };
#define WEEKDAY_LETTERS 3

/* An open bracket, or the whole query. */
struct group {
	size_t open; /* where its bracket stands */
	uint32_t spoken; /* the item of SAID and QUOTE in this `all` */
	bool has_part; /* this `all` has one already */
	bool has_all; /* one stands before the last OR */
	bool negated; /* the whole of it */
	bool negative; /* inside an odd number of "not" */
};

/* A phrase and the item that it is part of. */
struct pending {
	uint32_t item;
	struct query_phrase phrase;
};

struct parser {
	struct query *q;
	struct str text;
	size_t at;
	struct query_error *error;
	struct group groups[QUERY_NESTING];
	uint32_t n_groups;
	bool negate; /* the part that comes */
	struct range wanting; /* AND or "not" that waits for it; else empty */
	VEC_OF(struct pending) pending;
	struct buf folded;
};

/* One value with its field, as written. */
struct value {
	enum query_field field;
	struct range at; /* the whole, with the field */
	struct str text;
	bool quoted;
};

static struct group *group(struct parser *p)
{
	return &p->groups[p->n_groups - 1];
}

static bool fail_at(struct parser *p, size_t start, size_t end)
{
	p->error->at = (struct range){ (uint32_t)start, (uint32_t)end };
	return false;
}

static bool fail_value(struct parser *p, const struct value *v)
{
	return fail_at(p, v->at.start, v->at.end);
}

static struct query_item *add_item(struct parser *p, enum query_op op)
{
	struct query_item *item = vec_push(&p->q->items);

	*item = (struct query_item){ .op = op };
	return item;
}

/* A part is complete: it is negated and joined with what stands before. */
static void end_part(struct parser *p, bool negated)
{
	struct group *g = group(p);

	p->wanting = (struct range){ 0 };
	if (negated)
		add_item(p, QUERY_NOT);
	if (g->has_part)
		add_item(p, QUERY_AND);
	g->has_part = true;
}

static bool end_all(struct parser *p, size_t at)
{
	struct group *g = group(p);

	if (p->wanting.end) {
		err_set(&p->error->e, _("nothing stands behind this"));
		return fail_at(p, p->wanting.start, p->wanting.end);
	}
	if (!g->has_part) {
		err_set(&p->error->e, _("something is missing here"));
		return fail_at(p, at, at);
	}
	if (g->has_all)
		add_item(p, QUERY_OR);
	g->has_part = false;
	g->spoken = STORE_NONE;
	return true;
}

static bool take_or(struct parser *p, size_t at)
{
	if (!end_all(p, at))
		return false;
	group(p)->has_all = true;
	return true;
}

static bool open_group(struct parser *p)
{
	struct group *outer = p->n_groups ? group(p) : NULL;

	if (p->n_groups == QUERY_NESTING) {
		err_set(&p->error->e, _("more than %d brackets in one another"),
			QUERY_NESTING - 1);
		return fail_at(p, p->at, p->at + 1);
	}
	p->groups[p->n_groups++] = (struct group){ .open = p->at,
		.spoken = STORE_NONE,
		.negated = p->negate,
		.negative = (outer && outer->negative) != p->negate };
	p->negate = false;
	p->wanting = (struct range){ 0 };
	p->at++;
	return true;
}

static bool close_group(struct parser *p)
{
	bool negated = group(p)->negated;

	if (p->n_groups == 1) {
		err_set(&p->error->e, _("no bracket is open here"));
		return fail_at(p, p->at, p->at + 1);
	}
	if (!end_all(p, p->at))
		return false;
	p->n_groups--;
	p->at++;
	end_part(p, negated);
	return true;
}

/* The words of a text as one phrase; false when there are none. */
static bool add_phrase(struct parser *p, struct str text,
	struct query_phrase phrase, uint32_t item)
{
	struct range word;

	phrase.words.first = (uint32_t)p->q->words.n;
	for (size_t at = 0; word_next(text, at, &word); at = word.end) {
		buf_clear(&p->folded);
		text_fold(&p->folded, str_range(text, word));
		*vec_push(&p->q->words) =
			arena_dup(&p->q->arena, buf_str(&p->folded));
	}
	phrase.words.n = (uint32_t)p->q->words.n - phrase.words.first;
	*vec_push(&p->pending) = (struct pending){ item, phrase };
	return phrase.words.n > 0;
}

static bool is_spoken(enum query_field field)
{
	return field == QUERY_SAID || field == QUERY_QUOTE;
}

/* Words: an item of their own, or one with what else is said in this `all`. */
static bool take_words(struct parser *p, const struct value *v)
{
	struct group *g = group(p);
	bool prefix = !v->quoted && str_ends(v->text, STR("*"));
	bool spoken = is_spoken(v->field) && !p->negate;
	bool joins = spoken && g->spoken != STORE_NONE;
	uint32_t item = joins ? g->spoken : (uint32_t)p->q->items.n;
	const struct query_phrase phrase = { .field = v->field,
		.prefix = prefix,
		.negative = g->negative != p->negate };

	if (!add_phrase(p, v->text, phrase, item)) {
		err_set(&p->error->e, _("there is no word here to search for"));
		return fail_value(p, v);
	}
	if (joins) {
		p->wanting = (struct range){ 0 };
		return true;
	}
	add_item(p, QUERY_MATCH)->field = v->field;
	if (spoken)
		g->spoken = item;
	end_part(p, p->negate);
	p->negate = false;
	return true;
}

/* 2006, 2006-05 or 2006-05-28: the days it may mean. */
static bool read_day(struct str s, int32_t *first, int32_t *last)
{
	struct date d = { 0 };
	struct str piece;
	uint32_t n[3] = { 0 };
	size_t parts = 0;

	while (parts < 3 && str_split(&s, '-', &piece))
		if (!str_to_u32(piece, &n[parts++]) || n[parts - 1] > 9999)
			return false;
	if (s.n || parts == 0 || n[0] == 0 ||
		!date_valid((int)n[0], parts > 1 ? (int)n[1] : 1,
			parts > 2 ? (int)n[2] : 1))
		return false;
	d.year = (int16_t)n[0];
	d.month = (uint8_t)n[1];
	d.day = (uint8_t)n[2];
	d.precision = (uint8_t)(DATE_YEAR + parts - 1);
	return date_day_span(&d, first, last);
}

/* A..B, with one side left open if need be; else one value for both. */
static void cut_span(struct str s, struct str *from, struct str *to)
{
	size_t dots = str_find(s, STR(".."), 0);

	*from = dots == STR_NPOS ? s : str_slice(s, 0, dots);
	*to = dots == STR_NPOS ? s : str_slice(s, dots + 2, s.n);
}

static bool read_dates(struct str s, struct query_item *item)
{
	struct str from, to;
	int32_t ignored;

	cut_span(s, &from, &to);
	item->from = INT32_MIN;
	item->to = INT32_MAX;
	return (from.n || to.n) &&
	       (!from.n || read_day(from, &item->from, &ignored)) &&
	       (!to.n || read_day(to, &ignored, &item->to)) &&
	       item->from <= item->to;
}

static bool read_weekday(struct str s, int32_t *out)
{
	for (int i = 0; i < QUERY_WEEKDAYS; i++) {
		struct str name = str_from_c(query_weekday_names[i]);

		if (s.n >= WEEKDAY_LETTERS &&
			str_eq_nocase(s, str_slice(name, 0, s.n))) {
			*out = i + 1;
			return true;
		}
	}
	return false;
}

static bool read_weekdays(struct str s, struct query_item *item)
{
	struct str from, to;

	cut_span(s, &from, &to);
	return read_weekday(from, &item->from) && read_weekday(to, &item->to) &&
	       item->from <= item->to;
}

static bool read_count(struct str s, int32_t *out)
{
	uint32_t n;

	if (!str_to_u32(s, &n) || n > INT32_MAX - 1)
		return false;
	*out = (int32_t)n;
	return true;
}

/* 800, >800, >=800, <800, <=800, 300..800. */
static bool read_counts(struct str s, struct query_item *item)
{
	bool above = str_starts(s, STR(">")), below = str_starts(s, STR("<"));
	bool equal = (above || below) && s.n > 1 && s.p[1] == '=';
	struct str from, to;
	int32_t n;

	item->from = 0;
	item->to = INT32_MAX;
	if (above || below) {
		if (!read_count(str_slice(s, equal ? 2 : 1, s.n), &n))
			return false;
		if (above)
			item->from = n + !equal;
		else
			item->to = n - !equal;
		return true;
	}
	cut_span(s, &from, &to);
	return (from.n || to.n) && (!from.n || read_count(from, &item->from)) &&
	       (!to.n || read_count(to, &item->to));
}

static bool read_is(struct str s, struct query_item *item)
{
	for (int i = 0; i < QUERY_IS_KINDS; i++)
		if (str_eq_nocase(s, str_from_c(query_is_names[i]))) {
			item->is = (enum query_is)i;
			return true;
		}
	return false;
}

static void list_is(struct err *e)
{
	struct buf names = { 0 };

	for (int i = 0; i < QUERY_IS_KINDS; i++)
		buf_add_f(&names, "%s%s", i ? ", " : "", query_is_names[i]);
	err_set(e, _("is: takes one of %.*s"), STR_ARG(buf_str(&names)));
	buf_release(&names);
}

/* What is compared with a number or a state, not searched in a text. */
static bool take_measure(struct parser *p, const struct value *v)
{
	struct query_item item = { .op = QUERY_MATCH, .field = v->field };

	if (v->field == QUERY_DATE && !read_dates(v->text, &item)) {
		err_set(&p->error->e,
			_("date: takes 2006, 2006-05, 2006-05-28, "
			  "or two with .. between, one may be "
			  "missing"));
		return fail_value(p, v);
	}
	if (v->field == QUERY_WEEKDAY && !read_weekdays(v->text, &item)) {
		err_set(&p->error->e, _("weekday: takes monday or mon, or two "
					"with .. between, as in sat..sun"));
		return fail_value(p, v);
	}
	if (v->field == QUERY_WORDS && !read_counts(v->text, &item)) {
		err_set(&p->error->e, _("words: takes a number, as in >800, "
					"<=300 or 300..800"));
		return fail_value(p, v);
	}
	if (v->field == QUERY_IS && !read_is(v->text, &item)) {
		list_is(&p->error->e);
		return fail_value(p, v);
	}
	*add_item(p, QUERY_MATCH) = item;
	end_part(p, p->negate);
	p->negate = false;
	return true;
}

static bool take_value(struct parser *p, const struct value *v)
{
	return v->field >= QUERY_DATE ? take_measure(p, v) : take_words(p, v);
}

static bool ends_word(char c)
{
	return ascii_is_space(c) || c == '(' || c == ')' || c == '"';
}

/* Letters and a colon. */
static size_t field_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && ascii_is_alpha(s.p[n]))
		n++;
	return n && n < s.n && s.p[n] == ':' ? n : 0;
}

static bool find_field(struct parser *p, struct str name, enum query_field *out)
{
	struct buf names = { 0 };

	for (int i = 1; i < QUERY_FIELDS; i++) {
		if (str_eq_nocase(name, str_from_c(query_field_names[i]))) {
			*out = (enum query_field)i;
			buf_release(&names);
			return true;
		}
		buf_add_f(&names, " %s:", query_field_names[i]);
	}
	err_set(&p->error->e,
		_("no such field; there are%.*s (a word with a colon stands in "
		  "quotation marks)"),
		STR_ARG(buf_str(&names)));
	buf_release(&names);
	return fail_at(p, p->at, p->at + name.n + 1);
}

/* The field, if one is written here; passes over it. */
static bool read_field(struct parser *p, struct value *v)
{
	size_t n = field_length(str_slice(p->text, p->at, p->text.n));

	v->field = QUERY_ANYWHERE;
	if (n == 0)
		return true;
	if (!find_field(p, str_slice(p->text, p->at, p->at + n), &v->field))
		return false;
	p->at += n + 1;
	return true;
}

static bool read_quoted(struct parser *p, struct value *v)
{
	size_t end = str_chr(p->text, '"', p->at + 1);

	if (end == STR_NPOS) {
		err_set(&p->error->e, _("the quotation mark is never closed"));
		return fail_at(p, p->at, p->text.n);
	}
	v->quoted = true;
	v->text = str_slice(p->text, p->at + 1, end);
	p->at = end + 1;
	return true;
}

static bool read_value(struct parser *p)
{
	struct value v = { .at.start = (uint32_t)p->at };
	size_t start;

	if (!read_field(p, &v))
		return false;
	start = p->at;
	if (p->at < p->text.n && p->text.p[p->at] == '"') {
		if (!read_quoted(p, &v))
			return false;
	} else {
		while (p->at < p->text.n && !ends_word(p->text.p[p->at]))
			p->at++;
		v.text = str_slice(p->text, start, p->at);
	}
	v.at.end = (uint32_t)p->at;
	if (v.text.n == 0) {
		err_set(&p->error->e, _("%s: wants a value right behind it"),
			query_field_names[v.field]);
		return fail_value(p, &v);
	}
	return take_value(p, &v);
}

/* A word in capitals by itself: AND, OR, NOT. */
static bool at_word(const struct parser *p, struct str word)
{
	size_t end = p->at + word.n;

	return str_starts(str_slice(p->text, p->at, p->text.n), word) &&
	       (end >= p->text.n || ends_word(p->text.p[end]));
}

/* Passes over AND or "not", n bytes, behind which a part has to stand. */
static void take_operator(struct parser *p, size_t n, bool negates)
{
	p->negate = p->negate != negates;
	p->wanting = (struct range){ (uint32_t)p->at, (uint32_t)(p->at + n) };
	p->at += n;
}

static bool take_and(struct parser *p)
{
	if (!group(p)->has_part) {
		err_set(&p->error->e, _("nothing stands before this"));
		return fail_at(p, p->at, p->at + 3);
	}
	take_operator(p, 3, false);
	return true;
}

static bool read_part(struct parser *p)
{
	char c = p->text.p[p->at];
	size_t at = p->at;

	if (c == '(')
		return open_group(p);
	if (c == ')')
		return close_group(p);
	if (c == '-' && p->at + 1 < p->text.n &&
		!ascii_is_space(p->text.p[p->at + 1])) {
		take_operator(p, 1, true);
	} else if (at_word(p, STR("NOT"))) {
		take_operator(p, 3, true);
	} else if (at_word(p, STR("AND"))) {
		return take_and(p);
	} else if (at_word(p, STR("OR"))) {
		p->at += 2;
		return take_or(p, at);
	} else {
		return read_value(p);
	}
	return true;
}

/* Each item's phrases together, in the order of writing. */
static void settle_phrases(struct parser *p)
{
	struct query *q = p->q;

	for (uint32_t i = 0; i < q->items.n; i++) {
		struct span *span = &q->items.v[i].phrases;

		span->first = (uint32_t)q->phrases.n;
		for (size_t k = 0; k < p->pending.n; k++)
			if (p->pending.v[k].item == i)
				*vec_push(&q->phrases) = p->pending.v[k].phrase;
		span->n = (uint32_t)q->phrases.n - span->first;
	}
}

static bool parse(struct parser *p)
{
	if (p->text.n > QUERY_LENGTH) {
		err_set(&p->error->e, _("longer than %d bytes"), QUERY_LENGTH);
		return fail_at(p, QUERY_LENGTH, p->text.n);
	}
	while (p->at < p->text.n) {
		if (ascii_is_space(p->text.p[p->at]))
			p->at++;
		else if (!read_part(p))
			return false;
	}
	if (p->n_groups > 1) {
		err_set(&p->error->e, _("this bracket is never closed"));
		return fail_at(p, group(p)->open, group(p)->open + 1);
	}
	return end_all(p, p->text.n);
}

bool query_parse(struct query *q, struct str text, struct query_error *error)
{
	struct parser p = { .q = q, .text = text, .error = error };
	bool good;

	*q = (struct query){ 0 };
	*error = (struct query_error){ 0 };
	if (str_trim(text).n == 0)
		return true;
	p.groups[p.n_groups++].spoken = STORE_NONE;
	good = parse(&p);
	if (good)
		settle_phrases(&p);
	else
		query_release(q);
	vec_free(&p.pending);
	buf_release(&p.folded);
	return good;
}

bool query_check(struct str text, struct query_error *error)
{
	struct query q;
	bool good = query_parse(&q, text, error);

	query_release(&q);
	return good;
}

bool query_asks_marks(const struct query *q)
{
	for (size_t i = 0; i < q->items.n; i++) {
		const struct query_item *item = &q->items.v[i];

		if (item->op == QUERY_MATCH &&
			(item->field == QUERY_TAG ||
				item->field == QUERY_NOTE ||
				(item->field == QUERY_IS &&
					item->is >= IS_READ)))
			return true;
	}
	return false;
}

void query_release(struct query *q)
{
	vec_free(&q->items);
	vec_free(&q->phrases);
	vec_free(&q->words);
	arena_release(&q->arena);
}

void query_say(struct buf *out, enum query_field field, struct str name)
{
	buf_add_f(out, "%s:\"", query_field_names[field]);
	for (size_t i = 0; i < name.n; i++)
		buf_add_c(out, name.p[i] == '"' ? ' ' : name.p[i]);
	buf_add_c(out, '"');
}
