package org.safecontact.agency;

import java.util.List;

/** What somebody wanted to keep on a page is wrong, or would leave the agency wrong. Nothing was changed. */
public class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param file of the entry that it is about
     * @param id of that entry; empty where it is about none alone
     * @param field of that entry; empty where it is about all of it
     * @param sentence without a subject, as the folder's refusals have it
     */
    public record Wrong(String file, String id, String field, String sentence) {}

    private final transient List<Wrong> wrong;

    NotKept(List<Problem> problems) {
        super("Nothing was changed");
        this.wrong = problems.stream()
                .map(problem -> new Wrong(problem.file(), problem.item(), problem.field(), problem.sentence()))
                .toList();
    }

    public List<Wrong> wrong() {
        return wrong;
    }
}
