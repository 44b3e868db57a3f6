/* src/input/sniff.c: what a file is, by its bytes. */
#include "unit.h"

#include "dateline/input/input.h"
#include "input/sniff.h"

static void expect(struct str bytes, enum input_format want)
{
	if (input_sniff(bytes) == want)
		return;
	print_error("format of \"%.30s\"\n", bytes.p);
	fail();
}

static void expect_why(struct str bytes, const char *want)
{
	const char *why;

	assert_int_equal(sniff(bytes, &why), FORMAT_UNKNOWN);
	assert_non_null(strstr(why, want));
}

static void texts(void **state)
{
	(void)state;
	expect(STR("Ferry sails again\n\nBy A. Writer\n"), FORMAT_TEXT);
	expect(STR("<3 the ferry\n"), FORMAT_TEXT);
	expect(STR("{sic} he wrote\n"), FORMAT_TEXT);
	expect(STR("[Photo] The quay\n"), FORMAT_TEXT);
	expect(STR("From the quay\x93s end\x94, caf\xE9\n"), FORMAT_TEXT);
	expect(STR("\xFF\xFE"
		   "F\0e\0r\0r\0y\0\n\0"),
		FORMAT_TEXT);
	/* One-byte Cyrillic: nearly all bytes are above 127. */
	expect(STR("\xCF\xE0\xF0\xEE\xEC \xEE\xF2\xEE\xF8\xB8\xEB"),
		FORMAT_TEXT);
	expect(STR("Write <headline> above the text\n"), FORMAT_TEXT);
	expect(STR("From: Jo Roe\n\nMIME-Version: a standard\n"), FORMAT_TEXT);
	/* A few control characters make no binary. */
	expect(STR("Ferry\x1B[31m sails\x07 again\0 today\n"), FORMAT_TEXT);
}

/* A sidecar under another name is no article. */
static void settings(void **state)
{
	(void)state;
	expect_why(STR("; dates of the quay\n[defaults]\nsource = The Quay\n"
		       "\n[ferry sails.txt]\ndate = 2011-03-04\n"),
		"archive.ini");
	expect_why(STR("[a]\r\nurl = https://quay.example/?a=[1]\r\n"),
		"archive.ini");
	/* Pages have such lines too, among others. */
	expect(STR("[menu]\nThe ferry sails\nlang = en\nIt sailed.\n"),
		FORMAT_TEXT);
	expect(STR("[1]\n[2]\n# Ferry\n"), FORMAT_TEXT);
	expect(STR("a = 1\nb = 2\n"), FORMAT_TEXT);
}

static void pages(void **state)
{
	(void)state;
	expect(STR("<!DOCTYPE html><title>x</title>"), FORMAT_HTML);
	expect(STR("\n <!-- saved --> <HTML>"), FORMAT_HTML);
	expect(STR("<p>Ferry"), FORMAT_HTML);
	expect(STR("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\">\n<html "
		   "xmlns=\"\">"),
		FORMAT_HTML);
	expect(STR("HTTP/1.1 200 OK\r\n\r\n<html><body>"), FORMAT_HTML);
	expect(STR("\xEF\xBB\xBF<html>"), FORMAT_HTML);
	expect(STR("<\0h\0t\0m\0l\0>\0<\0p\0>\0"), FORMAT_HTML);
}

static void json(void **state)
{
	(void)state;
	expect(STR("{\"text\":\"a\"}"), FORMAT_JSON);
	expect(STR(" [ {\"text\":\"a\"} ]"), FORMAT_JSON);
	expect(STR("\xEF\xBB\xBF{ \"text\": 1 }"), FORMAT_JSON);
	assert_true(input_is_lines(STR("{\"a\":1}\n{")));
	assert_true(input_is_lines(STR("\xEF\xBB\xBF{\"a\":1}\n{")));
	assert_false(input_is_lines(STR("{\n\"a\":1}\n")));
	assert_false(input_is_lines(STR("[{\"a\":1}\n]")));
}

static void others_are_named(void **state)
{
	(void)state;
	expect_why(STR(""), "empty");
	expect_why(STR(" \n\t "), "empty");
	expect_why(STR("%PDF-1.4\n"), "pdftotext");
	expect_why(STR("PK\3\4...."), "zip");
	expect_why(STR("WARC/1.0\r\n"), "WARC");
	expect_why(STR("From jo@x Mon May  1 10:00:00 2006\n\nHello"), "mbox");
	expect_why(STR("Return-Path: <jo@x>\nSubject: x\n"), "mail");
	expect_why(STR("From: jo@x\nMIME-Version: 1.0\n\nHello"), "mail");
	expect_why(STR("<?xml version=\"1.0\"?><rss/>"), "XML");
	expect_why(STR("<?xml version=\"1.0\"?><nitf/>"), "XML");
	expect_why(STR("<?xml version=\"1.0\"?>\n<nitf><head><title>a</title>"
		       "</head><body>"),
		"XML");
	expect_why(STR("<rss version=\"2.0\">"), "RSS");
}

static void binary_data_is_none(void **state)
{
	struct buf b = { 0 };
	uint64_t seed = 3;

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_add_c(&b, (char)unit_random(&seed));
	expect_why(buf_str(&b), "not text");
	memset(b.p, 0, b.n);
	expect_why(buf_str(&b), "not text");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts),
		cmocka_unit_test(settings),
		cmocka_unit_test(pages),
		cmocka_unit_test(json),
		cmocka_unit_test(others_are_named),
		cmocka_unit_test(binary_data_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
