/* What Tab puts into a prompt: commands, and what they may be given. */
#include "prompt.h"
#include "script.h"

#include "dateline/base/message.h"

/* Offered at once. */
#define OFFERS_MAX 200

bool prompt_offer_help(struct prompt *p, struct str offer, struct str help)
{
	for (size_t i = 0; i < p->offers.n; i++)
		if (str_eq(p->offers.v[i].text, offer))
			return true;
	*vec_push(&p->offers) = (struct offer){ arena_dup(&p->offered, offer),
		arena_dup(&p->offered, help) };
	return p->offers.n < OFFERS_MAX;
}

bool prompt_offer(struct prompt *p, struct str offer)
{
	return prompt_offer_help(p, offer, STR(""));
}

void prompt_keep(struct prompt *p, struct str typed, size_t n)
{
	buf_add(&p->head, str_slice(typed, 0, n));
}

static void offer_commands(struct prompt *p, struct str typed)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		struct str name = str_from_c(commands[i].name);

		if ((commands[i].in & p->in) && str_starts(name, typed))
			prompt_offer_help(
				p, name, str_from_c(message(commands[i].help)));
	}
}

/* The command whose argument is typed; COMMAND_NONE: none is. *typed, which is
 * what stands before the cursor, is cut to what there is of it. */
static enum command_id argument_of(const struct prompt *p, struct str *typed)
{
	struct str name = STR_NONE;

	if (p->id != COMMAND_COMMAND)
		return p->id;
	*typed = str_slice(*typed, script_last(*typed), typed->n);
	if (str_chr(*typed, ' ', 0) == STR_NPOS ||
		!str_split(typed, ' ', &name))
		return COMMAND_NONE;
	return command_find(name);
}

static void find_offers(struct prompt *p)
{
	struct str before = str_slice(prompt_text(p), 0, p->line.cursor);
	struct str typed = before;
	enum command_id id = argument_of(p, &typed);
	bool named = p->id == COMMAND_COMMAND &&
		     str_chr(str_slice(before, script_last(before), before.n),
			     ' ', 0) == STR_NPOS;

	p->offers.n = 0;
	arena_clear(&p->offered);
	p->quotes = p->id == COMMAND_COMMAND && !named && id != COMMAND_BIND;
	buf_clear(&p->head);
	buf_add(&p->head, str_slice(before, 0, before.n - typed.n));
	buf_clear(&p->tail);
	buf_add(&p->tail,
		str_slice(prompt_text(p), p->line.cursor, p->line.text.n));
	if (named)
		offer_commands(p, typed);
	else if (id != COMMAND_NONE && p->names.offer)
		p->names.offer(p->names.ctx, id, typed, p);
}

/* Puts the offer that was chosen in. */
static void show(struct prompt *p)
{
	struct str offer = p->offers.v[p->completion - 1].text;
	struct buf line = { 0 };
	size_t cursor;

	buf_add(&line, buf_str(&p->head));
	if (p->quotes)
		script_quote(&line, offer);
	else
		buf_add(&line, offer);
	cursor = line.n;
	buf_add(&line, buf_str(&p->tail));
	line_set(&p->line, buf_str(&line));
	p->line.cursor = cursor;
	buf_release(&line);
}

static bool goes_on(const struct prompt *p, struct str offer)
{
	enum command_id id = command_find(offer);
	bool named = p->id == COMMAND_COMMAND && !p->quotes;

	return str_ends(offer, STR("=")) || str_ends(offer, STR(":")) ||
	       (named && id != COMMAND_NONE && *commands[id].argument);
}

/* Of the only word that is meant, what follows is completed next. */
static void go_on(struct prompt *p)
{
	struct str offer = p->offers.v[0].text;

	if (p->offers.n != 1 || !goes_on(p, offer))
		return;
	if (!str_ends(offer, STR("=")) && !str_ends(offer, STR(":")))
		line_insert(&p->line, STR(" "));
	p->completion = 0;
}

void prompt_complete(struct prompt *p, int step)
{
	uint32_t n;

	if (p->completion == 0)
		find_offers(p);
	n = (uint32_t)p->offers.n;
	if (n == 0)
		return;
	if (step > 0)
		p->completion = p->completion % n + 1;
	else
		p->completion = p->completion > 1 ? p->completion - 1 : n;
	show(p);
	go_on(p);
}
