// The yardstick of the benchmarks: parses the files it is given with libyaml and throws the events away.
//
//     cc -O2 scan.c -lyaml -o scan && find DIR -name '*.yaml' | sort | ./scan
//
// Paths come as arguments, or one a line on standard input where there are none. Prints what it read.

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static char *buffer;
static size_t capacity;

static long read_file(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(descriptor);
        return -1;
    }
    if ((size_t)status.st_size + 1 > capacity) {
        capacity = (size_t)status.st_size + 1;
        free(buffer);
        buffer = malloc(capacity);
        if (!buffer) exit(2);
    }
    size_t count = 0;
    ssize_t result;
    while (count < capacity && (result = read(descriptor, buffer + count, capacity - count)) > 0) count += (size_t)result;
    close(descriptor);
    return (long)count;
}

static unsigned long files, bytes, events, failures;

static void scan(const char *path) {
    long count = read_file(path);
    files++;
    if (count < 0) {
        failures++;
        return;
    }
    bytes += (unsigned long)count;
    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser)) exit(2);
    yaml_parser_set_input_string(&parser, (const unsigned char *)buffer, (size_t)count);
    for (int done = 0; !done;) {
        if (!yaml_parser_parse(&parser, &event)) {
            failures++;
            break;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        events++;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

int main(int count, char **arguments) {
    for (int index = 1; index < count; index++) scan(arguments[index]);
    if (count == 1) {
        char path[4096];
        while (fgets(path, sizeof path, stdin)) {
            path[strcspn(path, "\n")] = 0;
            if (*path) scan(path);
        }
    }
    free(buffer);
    printf("files %lu bytes %lu events %lu failures %lu\n", files, bytes, events, failures);
    return failures ? 1 : 0;
}
