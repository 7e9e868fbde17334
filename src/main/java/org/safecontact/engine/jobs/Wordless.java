package org.safecontact.engine.jobs;

import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * Why a job failed, without a word of what it worked on: kinds of errors and places in the code, and no message. The
 * engine stores what it is given beside the job, where technical help reads it, and messages of databases and mail
 * servers quote values.
 */
public final class Wordless extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 10;

    private Wordless(Throwable problem, Throwable cause) {
        super(problem.getClass().getName(), cause);
        setStackTrace(problem.getStackTrace());
    }

    /**
     * @return the same failure without its words; two who wrote in the same moment is left as it is, because the engine
     *     does not count that as a failed attempt and its message holds no values
     */
    public static Throwable of(Throwable problem) {
        return problem instanceof OptimisticLockingException ? problem : of(problem, DEEPEST);
    }

    private static Throwable of(Throwable problem, int deepest) {
        return problem == null || deepest == 0 ? null : new Wordless(problem, of(problem.getCause(), deepest - 1));
    }

    /** The kind of error at the root, which says most. */
    @Override
    public String getMessage() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String kind = super.getMessage();
        return root == this ? kind : kind + ", because of " + ((Wordless) root).kind();
    }

    private String kind() {
        return super.getMessage();
    }

    @Override
    public String toString() {
        return kind();
    }
}
