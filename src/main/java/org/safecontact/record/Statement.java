package org.safecontact.record;

/**
 * One question and its answer, both as a person reads them.
 *
 * @param question the question or heading; at most 1,000 characters
 * @param answer what was chosen or typed; at most 20,000 characters
 */
public record Statement(String question, String answer) {

    static final int LONGEST_QUESTION = 1_000;
    static final int LONGEST_ANSWER = 20_000;

    public Statement {
        question = Words.clean(question, LONGEST_QUESTION);
        answer = Words.clean(answer, LONGEST_ANSWER);
    }

    /** Keeps what was said out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Statement[...]";
    }
}
