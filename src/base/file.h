/* Files: read whole, listed in order, replaced so that nobody ever sees half of one. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

enum { FILE_CAP = 64 << 20 }; /* bytes; the largest source that is read */

/* The whole file in the arena. Tells what is wrong (missing, a folder, no permission, larger than
 * `cap`) at `path` and returns false. */
bool file_read(struct arena *a, struct diags *d, struct text path, size_t cap, struct text *out);

/* So many bytes of it, from `from` on, or fewer where it ends before. It must be a file on a disk. */
bool file_read_part(struct arena *a, struct diags *d, struct text path, uint64_t from, size_t n,
                    struct text *out);

/* Tells why the system failed to read or write the file: `error` is one of errno. */
void file_tell(struct diags *d, struct text path, int error, bool writing);

/* The first line of a file that holds a secret. Refused, and told, where others than its owner may
 * read it (any bit of 077), and where the line is empty or longer than SECRET_CAP. */
enum { SECRET_CAP = 1024 };
bool file_read_secret(struct arena *a, struct diags *d, struct text path, struct text *out);

bool file_is_folder(struct text path);
bool file_exists(struct text path);
/* The same; tells why it cannot be reached. */
bool file_reachable(struct diags *d, struct text path);
/* Whether `path` was changed (content or attributes) after `than` was. */
bool file_newer(struct text path, struct text than);

/* Bytes of a file; -1 where there is none. */
int64_t file_size(struct text path);
/* Size, and the time of the last change in nanoseconds since 1970; false where there is no file. */
struct file_stamp {
    int64_t size, changed;
};
bool file_stamp(struct text path, struct file_stamp *out);
/* Removes a file, if it is there; false where it could not be. */
bool file_remove(struct text path);
/* The same, and brings it to the disk; told where it could not be. */
bool file_remove_durably(struct diags *d, struct text path);
/* When its bytes were last written, in seconds since 1970; 0 where there is no file. */
int64_t file_time(struct text path);

/* Whether the name is free or holds a regular file itself: no folder, link, pipe or device. */
bool file_replaceable(struct text path);

/* Names in a folder, without «.» and «..», in bytewise order. */
struct names {
    struct text *at;
    size_t n, cap;
};
bool file_list(struct arena *a, struct diags *d, struct text folder, struct names *out);

/* dir/name in the arena; `name` alone where `dir` is empty. */
struct text file_path(struct arena *a, struct text dir, struct text name);
/* What stands behind the last slash; what stands before it (empty: the current folder). */
struct text file_name(struct text path);
struct text file_dir(struct text path);
/* Whether the name ends so, capitals or not: «.docx», in small letters. */
bool file_ends(struct text path, struct text ending);

/* One finished output on its way to its name. */
struct output {
    struct text path;  /* "-": standard output */
    struct text bytes;
};

/* Puts every output in its place, or none: regular files by a temporary beside the target (where a
 * link leads, beside what it names), fsync where `durable`, and rename; standard output, pipes and
 * devices are written straight, once the temporaries are ready. Every write is checked up to close.
 * Missing folders above an output are made where `make_folders`. What fails is told; then no
 * temporary and no new folder is left, and what stood there before stands there again. */
bool files_put(struct diags *d, const struct output *outputs, size_t n, bool durable,
               bool make_folders);

/* The same for any number of new files, durably and in their order: after a crash, those that are
 * there are whole. Several are brought to the disk by one sync of its file system. */
bool files_keep(struct arena *a, struct diags *d, const struct output *outputs, size_t n);

/* An output that others write by a path, bit by bit: an empty file, beside the target where that is a
 * regular file. draft_put brings it to its name as files_put does, durably, or copies it to what else
 * the target is; draft_drop removes what is not put, also the folders that were made for it. */
struct draft {
    struct text path;         /* to be written to */
    struct text folder;       /* a temporary one around it; empty: none is needed */
    struct putting *putting;
};
bool draft_open(struct arena *a, struct diags *d, struct text target, struct draft *out);
bool draft_put(struct diags *d, struct draft *draft);
void draft_drop(struct draft *draft);

/* The folder and those above it, where they are missing; told and false where that cannot be. */
bool folder_make(struct diags *d, struct text path);
/* Locks the folder against others who lock it, for whom it waits; -1, told, where it cannot be, or
 * was removed meanwhile. Closing the process or folder_unlock gives it free. */
int folder_lock(struct diags *d, struct text path);
void folder_unlock(int lock);

/* A new empty folder for temporary files ($TMPDIR, else /tmp); empty, told, where none can be made. */
struct text folder_temporary(struct arena *a, struct diags *d);
/* Removes a folder and all that is in it, without following links. */
void folder_remove(struct text path);

/* Removes a folder that has nothing in it; one that has something stays. */
void folder_remove_empty(struct text path);

/* Makes an empty file that only its owner may read, where there is none of that name. */
bool file_make_private(struct diags *d, struct text path);

/* Adds lines to the end of a file, which is made where it is missing, and brings them to the disk; a
 * last line without its end, which somebody who was stopped has left, is ended before. All or
 * nothing, where the file can be cut again. */
bool file_append(struct diags *d, struct text path, struct text bytes);

/* Cuts a file off behind its first `size` bytes, durably. */
bool file_cut(struct diags *d, struct text path, int64_t size);

/* The terminal the program was started from, open for both ways; negative where there is none. The
 * caller closes it. */
int file_terminal(void);

/* Writes all of `bytes` to an open descriptor; false leaves the reason in errno. */
bool file_write_all(int fd, struct text bytes);

#endif
