/*
 * Runs commands in turn, A B C A B C ..., and prints for each run what it took. In turn, because whatever else the
 * machine does then weighs on all of them alike.
 *
 * Usage: measure ROUNDS COMMAND [ARGUMENT...] [-- COMMAND [ARGUMENT...]]...
 * A command that starts with `@` is run without being measured, to prepare the next one.
 * Prints `ROUND INDEX WALL_MICROSECONDS CPU_MICROSECONDS PEAK_KIB` a run; INDEX counts the measured commands from 1.
 * What the commands print on standard output is thrown away. Ends with 1 as soon as one fails.
 *
 * C, and not a script, because the peak memory of a child can never read lower than that of its parent at the fork.
 */
#define _DEFAULT_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

/* The peak of a child in KiB. macOS counts bytes. */
static long peak(const struct rusage *usage) {
#ifdef __APPLE__
    return usage->ru_maxrss / 1024;
#else
    return usage->ru_maxrss;
#endif
}

static int run(char **command, int round, int index) {
    long long start = now();
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        return 1;
    }
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        if (null >= 0) {
            dup2(null, STDIN_FILENO);
            dup2(null, STDOUT_FILENO);
        }
        execvp(command[0], command);
        perror(command[0]);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) {
        perror("wait4");
        return 1;
    }
    long long wall = now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s ended with status %d\n", command[0], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
        return 1;
    }
    if (index > 0) {
        printf(
            "%d %d %lld %lld %ld\n", round, index, wall,
            microseconds(usage.ru_utime) + microseconds(usage.ru_stime), peak(&usage));
    }
    return 0;
}

int main(int count, char **arguments) {
    int rounds = count < 3 ? 0 : atoi(arguments[1]);
    if (rounds < 1) {
        fprintf(stderr, "usage: %s ROUNDS COMMAND [ARGUMENT...] [-- COMMAND [ARGUMENT...]]...\n", arguments[0]);
        return 2;
    }
    /* Each `--` becomes the null that ends the command before it. */
    for (int position = 2; position < count; position++) {
        if (strcmp(arguments[position], "--") == 0) arguments[position] = NULL;
    }
    /* A preparing command keeps its `@`; what is run starts behind it. */
    for (int round = 1; round <= rounds; round++) {
        int index = 0;
        for (int position = 2; position < count;) {
            char **command = &arguments[position];
            while (position < count && arguments[position] != NULL) position++;
            position++;
            if (command[0] == NULL) continue;
            int prepares = command[0][0] == '@';
            char *name = command[0];
            if (prepares) command[0] = name + 1;
            int failure = run(command, round, prepares ? 0 : ++index);
            command[0] = name;
            if (failure) return 1;
        }
        fflush(stdout);
    }
    return 0;
}
