/* export/export.h, cite.h: what leaves, with texts that would be markup. */
#include "view_fixture.h"

#include "dateline/export/cite.h"

static int open_store(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	f->store = make_store();
	f->people = people_new(f->store, NULL, 0);
	*state = f;
	return 0;
}

static int close_store(void **state)
{
	struct fixture *f = *state;

	people_free(f->people);
	store_free(f->store);
	free(f);
	return 0;
}

/* One article, in a store of its own. */
static void write_told(
	const struct told *t, enum export_format format, struct buf *out)
{
	struct store *s = store_new();
	uint32_t article = 0;

	add_told(s, t);
	store_finish(s);
	export_make(&(struct export_wish){ .format = format,
			    .store = s,
			    .articles = &article,
			    .n = 1 },
		out);
	store_free(s);
}

static const struct told markup = { "a.txt", "<b>\"Tea\" & <script>x</script>",
	"Post & Co", "2020-03-01", "",
	"# No heading\n"
	"- no item, *no* _emphasis_, [no](link) `code` a|b\n"
	"1. no list, 12) no, 3 yes, &lt; and R&D\n"
	"<img src=x onerror=alert(1)> it's",
	{ { 0 } } };

static void html_is_escaped(void **state)
{
	struct buf out = { 0 };
	struct str text;

	(void)state;
	write_told(&markup, EXPORT_HTML, &out);
	text = buf_str(&out);
	assert_true(str_starts(
		text, STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
			  "<meta charset=\"utf-8\">\n")));
	assert_int_not_equal(
		str_find(text,
			STR("<title>&lt;b&gt;&quot;Tea&quot; &amp; &lt;script"
			    "&gt;x&lt;/script&gt;</title>"),
			0),
		STR_NPOS);
	assert_int_not_equal(
		str_find(text,
			STR("<p dir=\"auto\">&lt;img src=x onerror=alert(1)"
			    "&gt; it&#39;s</p>"),
			0),
		STR_NPOS);
	assert_int_equal(str_find(text, STR("<script"), 0), STR_NPOS);
	assert_true(str_ends(text, STR("</body>\n</html>\n")));
	buf_release(&out);
}

static void markdown_is_escaped(void **state)
{
	struct buf out = { 0 };

	(void)state;
	write_told(&markup, EXPORT_MARKDOWN, &out);
	assert_str(buf_str(&out),
		"# \\<b\\>\"Tea\" & \\<script\\>x\\</script\\>\n"
		"\n"
		"Post & Co \xC2\xB7 2020-03-01\n"
		"\n"
		"\\# No heading\n"
		"\n"
		"\\- no item, \\*no\\* \\_emphasis\\_, \\[no\\](link) \\`code\\` "
		"a\\|b\n"
		"\n"
		"1\\. no list, 12) no, 3 yes, \\&lt; and R\\&D\n"
		"\n"
		"\\<img src=x onerror=alert(1)\\> it's\n"
		"\n");
	buf_release(&out);
}

static const struct told formula = { "=a,1", "=HYPERLINK(\"http://x\")",
	"+Post", "2020-03-01", "", "Text.", { { 0 } } };

/* OWASP, "CSV Injection"; RFC 4180. */
static void cells_are_no_formulas(void **state)
{
	struct buf out = { 0 };

	(void)state;
	write_told(&formula, EXPORT_CSV, &out);
	assert_str(buf_str(&out),
		"id,path,title,source,site,byline,dateline,date,date_basis,"
		"lang,url,round,copies,words,quotes\r\n"
		"\"'=a,1\",\"'=a,1\",\"'=HYPERLINK(\"\"http://x\"\")\",'+Post"
		",,,,2020-03-01,metadata,en,,\"'=a,1\",0,300,0\r\n");
	buf_clear(&out);
	write_told(&formula, EXPORT_TSV, &out);
	assert_int_not_equal(
		str_find(buf_str(&out),
			STR("\n'=a,1\t'=a,1\t'=HYPERLINK(\"http://x\")\t'+Post"
			    "\t"),
			0),
		STR_NPOS);
	buf_release(&out);
}

static void formats_go_by_the_name(void **state)
{
	(void)state;
	assert_int_equal(export_format_of(STR("a.txt")), EXPORT_TEXT);
	assert_int_equal(export_format_of(STR("b/a.HTML")), EXPORT_HTML);
	assert_int_equal(export_format_of(STR("a.md.csv")), EXPORT_CSV);
	assert_int_equal(export_format_of(STR("a")), EXPORT_FORMATS);
	assert_int_equal(export_format_of(STR("a.exe")), EXPORT_FORMATS);
	assert_string_equal(export_suffix(EXPORT_MARKDOWN), ".md");
}

static void a_round_is_a_report(void **state)
{
	struct fixture *f = *state;
	uint32_t round = 1;
	struct buf out = { 0 };

	export_make(&(struct export_wish){ .format = EXPORT_TEXT,
			    .store = f->store,
			    .people = f->people,
			    .rounds = &round,
			    .n_rounds = 1 },
		&out);
	assert_str(buf_str(&out),
		"Ferry talks open\n"
		"3 articles, 3 sources \xC2\xB7 1 Mar 2020 \xE2\x80\x93 2 Mar "
		"2020\n"
		"\nTimeline\n"
		"  No.  Date  Source  Title  New  Words\n"
		"  1  1 Mar 2020 09:00 UTC  Post  Ferry talks open  first  300\n"
		"  2  1 Mar 2020 11:30 UTC  Courier  Talks on ferries start  "
		"+70 % new  300\n"
		"  3  2 Mar 2020  Herald  Ferry talks open  copy of 1  300\n"
		"\nArticles\n"
		"\n1. Ferry talks open\n"
		"Post \xC2\xB7 2020-03-01\n"
		"\nFerry talks began with 12 boats in the harbour.\n"
		"\n2. Talks on ferries start\n"
		"Courier \xC2\xB7 2020-03-01\n"
		"\nThe talks on the ferry began on Sunday with 14 boats.\n"
		"\n3. Ferry talks open\n"
		"Herald \xC2\xB7 2020-03-02\n"
		"\nARVO (Post) \xE2\x80\x93 Ferry talks began with 12 boats in "
		"the harbour.\n"
		"\nWho said what\n"
		"\nMara Lind\n"
		"  \xE2\x80\x9CWe want boats,\xE2\x80\x9D \xE2\x80\x94 Post, "
		"1 Mar 2020; also Courier\n"
		"\nan aide\n"
		"  the money was gone \xE2\x80\x94 Courier (reported), 1 Mar "
		"2020\n"
		"\nFigures that differ\n"
		"  boats: 12 in 1 3, 14 in 2\n"
		"\nOnly in one\n"
		"  2, Courier: Fishermen watched quietly from rusty trawlers "
		"beside the lighthouse.\n"
		"\nWhy they are one round\n"
		"  1 with 3: copy: shortened, +0 \xE2\x88\x92"
		"8 words; 1 day apart\n"
		"  2 with 1: same day\n");
	buf_release(&out);
}

static void assert_cited(struct buf *out, const char *want)
{
	assert_str(buf_str(out), want);
	buf_release(out);
	*out = (struct buf){ 0 };
}

static void citations_leave_out_what_is_not_known(void **state)
{
	const struct fixture *f = *state;
	struct buf out = { 0 };

	cite_quote(&out, f->people, f->store, 2, 0);
	assert_cited(&out, "\xE2\x80\x9CWe want boats,\xE2\x80\x9D Mara Lind, "
			   "Courier, 1 Mar 2020");
	cite_quote(&out, NULL, f->store, 2, 0);
	assert_cited(&out, "\xE2\x80\x9CWe want boats,\xE2\x80\x9D Lind, "
			   "Courier, 1 Mar 2020");
	cite_quote(&out, f->people, f->store, 2, 1);
	assert_cited(&out, "the money was gone, an aide, Courier, 1 Mar 2020");
	cite_article(&out, f->store, 4);
	assert_cited(&out, "\xE2\x80\x9CNobody knows when,\xE2\x80\x9D Herald");
	cite_words(&out, f->store, 0, STR("The bread was good."));
	assert_cited(&out, "The bread was good. (Post, 10 Feb 2020)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_escaped),
		cmocka_unit_test(markdown_is_escaped),
		cmocka_unit_test(cells_are_no_formulas),
		cmocka_unit_test(formats_go_by_the_name),
		cmocka_unit_test_setup_teardown(
			a_round_is_a_report, open_store, close_store),
		cmocka_unit_test_setup_teardown(
			citations_leave_out_what_is_not_known, open_store,
			close_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
