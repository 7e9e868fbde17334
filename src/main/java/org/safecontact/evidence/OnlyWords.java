package org.safecontact.evidence;

/** The confirmation that stands before every file, everywhere in the same words (practice notes, section 4). */
public final class OnlyWords {

    /** The words; whoever adds a file sends them back. */
    public static final String WORDS = "I have looked only at words. There is no nude, part-nude or sexual picture of"
            + " anyone, of any age, in this file, real or made by a computer.";

    private OnlyWords() {}
}
