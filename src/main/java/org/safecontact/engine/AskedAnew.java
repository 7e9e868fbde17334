package org.safecontact.engine;

/** Where the same is asked anew when the case takes another way while somebody writes. What they typed stands there then, and nowhere else. */
public enum AskedAnew {
    NOWHERE,
    /** In the next to-do of the same running diagram, as when the next people are told. */
    IN_THIS_DIAGRAM,
    /** In whichever diagram of the case asks it next. */
    IN_THE_CASE
}
