package org.safecontact.record;

/** What sort of statement an entry is, so that a reader never mistakes an opinion for a fact (policy, section 8). */
public enum EntryKind {
    /** What somebody saw, heard or did. */
    FACT("What happened"),
    /** What the child said, in the child's own words. */
    CHILDS_WORDS("The child's words"),
    /** What somebody thinks, marked as such. */
    OPINION("An opinion"),
    /** What somebody else told the writer. */
    THIRD_PARTY("Told by somebody else"),
    /** What was done. */
    ACTION("What was done"),
    /** What was decided, by whom and why. */
    DECISION("A decision"),
    /** Who was told. */
    TOLD("Who was told");

    private final String words;

    EntryKind(String words) {
        this.words = words;
    }

    /** The kind as people read it on a screen or on paper. */
    public String words() {
        return words;
    }
}
