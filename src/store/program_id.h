/* Which program this is: a hash of all that makes a store (Makefile). */
#ifndef STORE_PROGRAM_ID_H
#define STORE_PROGRAM_ID_H

#include <stdint.h>

extern const uint64_t program_id;

#endif
