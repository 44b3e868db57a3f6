/* How long and how deep a query may be; what evaluates one relies on it. */
#ifndef STORE_QUERY_LIMITS_H
#define STORE_QUERY_LIMITS_H

#define QUERY_LENGTH 4096
/* Brackets in one another, and the whole. */
#define QUERY_NESTING 33
/* Truths that wait on the stack: in each group what stands before OR and
 * before AND, and the one at hand. */
#define QUERY_STACK (2 * QUERY_NESTING + 1)

#endif
