/* Threads that work behind the one of the screen. */
#ifndef STORE_THREAD_H
#define STORE_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Runs run(ctx) in a thread of its own, which gets no signals but those of its
 * own faults; false when the system has none left. */
bool thread_start(pthread_t *thread, void *(*run)(void *ctx), void *ctx);

#endif
