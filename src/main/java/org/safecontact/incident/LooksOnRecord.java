package org.safecontact.incident;

import java.util.Set;

/** Under which headings it stands what somebody saw who looked how a child is that is followed. */
public final class LooksOnRecord {

    public static final String SEEN = "How the child is";

    public static final String ASKED_ON_THE_TELEPHONE = "How the child is, asked on the telephone";

    public static final String MISSED = "Nobody looked how the child is";

    public static final Set<String> HEADINGS = Set.of(SEEN, ASKED_ON_THE_TELEPHONE);

    /** Ends the heading where it is told in another report that asked for the look. */
    public static final String IN_FULL = ", in full";

    /** What says in the first place how the child is, and the answer that it is worse. */
    public static final String COMPARED = "Compared with how they usually are";

    public static final String WORSE = "Worse";

    private LooksOnRecord() {}
}
