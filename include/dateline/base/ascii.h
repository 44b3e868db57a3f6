/* Character classes of ASCII, whatever the locale says. */
#ifndef DATELINE_BASE_ASCII_H
#define DATELINE_BASE_ASCII_H

#include <stdbool.h>

static inline char ascii_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static inline bool ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The value of a hexadecimal digit, of both cases; -1: it is none. */
static inline int ascii_hex(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static inline bool ascii_is_alpha(char c)
{
	return ascii_is_small((char)(c | 32));
}

static inline bool ascii_is_alnum(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}

#endif
