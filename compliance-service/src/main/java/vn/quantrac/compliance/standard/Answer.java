package vn.quantrac.compliance.standard;

/** What was found for a datastream at a time: a limit, or why there is none. One of the two is null. */
record Answer(SourcedLimit limit, Gap gap) {
    static Answer limit(SourcedLimit limit) {
        return new Answer(limit, null);
    }

    static Answer none(Gap gap) {
        return new Answer(null, gap);
    }
}
