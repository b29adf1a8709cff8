/* A name that starts with its acronym needs none behind it; one that starts with the same letters
 * does. */
#include "check.h"
#include "edition/ministries.h"

static bool says(const char *acronym, const char *name) {
    struct ministry m = {.acronym = text_of(acronym), .name = text_of(name)};
    return ministry_says_itself(&m);
}

int main(void) {
    CHECK(says("PRIMATURE", "Primature — cabinet du Premier ministre"));
    CHECK(says("PRIMATURE", "PRIMATURE"));
    CHECK(says("CNLC-19", "Cnlc-19, commission nationale"));
    CHECK(!says("PR", "Présidence de la République"));
    CHECK(!says("CO", "Coé"));
    CHECK(!says("MSDS", "Ministère de la Santé"));
    CHECK(!says("MSDS", "MSD"));
    CHECK(!says("MSDS", ""));
    return check_done();
}
