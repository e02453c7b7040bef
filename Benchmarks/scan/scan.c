/*
 * The floor that codegen is measured against: libyaml parses every file of a registry, and its events are thrown away.
 *
 * Usage: scan PATH...   A folder stands for all *.yaml and *.yml files below it, but hidden ones.
 * Prints the number of files, bytes and events. Ends with 1 where a file cannot be read or parsed.
 */
#define _XOPEN_SOURCE 700

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static unsigned char *buffer;
static size_t capacity;
static size_t files, bytes, events;

/* Reads a whole file into `buffer`: one `read` where the file does not grow meanwhile. -1 on failure. */
static ssize_t read_file(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        close(descriptor);
        return -1;
    }
    size_t size = (size_t)status.st_size;
    if (size > capacity) {
        unsigned char *larger = realloc(buffer, size);
        if (larger == NULL) {
            close(descriptor);
            return -1;
        }
        buffer = larger;
        capacity = size;
    }
    size_t done = 0;
    while (done < size) {
        ssize_t count = read(descriptor, buffer + done, size - done);
        if (count <= 0) break;
        done += (size_t)count;
    }
    close(descriptor);
    return (ssize_t)done;
}

static int scan(const char *path) {
    ssize_t size = read_file(path);
    if (size < 0) {
        perror(path);
        return 1;
    }
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_string(&parser, buffer, (size_t)size);
    int done = 0;
    while (!done) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s:%zu: %s\n", path, parser.problem_mark.line + 1, parser.problem);
            yaml_parser_delete(&parser);
            return 1;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        events++;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    files++;
    bytes += (size_t)size;
    return 0;
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *place) {
    (void)status;
    const char *name = path + place->base;
    if (type != FTW_F || name[0] == '.') return 0;
    const char *extension = strrchr(name, '.');
    if (extension == NULL) return 0;
    if (strcmp(extension, ".yaml") != 0 && strcmp(extension, ".yml") != 0) return 0;
    return scan(path);
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: %s PATH...\n", arguments[0]);
        return 2;
    }
    for (int index = 1; index < count; index++) {
        int failure = nftw(arguments[index], visit, 16, FTW_PHYS);
        if (failure != 0) {
            if (failure < 0) perror(arguments[index]);
            return 1;
        }
    }
    printf("%zu files, %zu bytes, %zu events\n", files, bytes, events);
    free(buffer);
    return 0;
}
