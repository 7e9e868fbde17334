package org.safecontact.access;

/** How a case is called: {@code INC-<year>-<six digits>}. */
public final class CaseReference {

    private static final String REPORT = "INC-";

    private CaseReference() {}

    /** Whether it is a report's: what is kept beside the reports, such as a limit on a phone, has a file of its own and opens nothing else. */
    static boolean isReport(String reference) {
        return reference.startsWith(REPORT);
    }

    /** @param number counts the cases of that year from 1 */
    public static String of(int year, int number) {
        return (REPORT + "%d-%06d").formatted(year, number);
    }
}
