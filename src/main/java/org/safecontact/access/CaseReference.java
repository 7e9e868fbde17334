package org.safecontact.access;

/** How a case is called: {@code INC-<year>-<six digits>}. */
public final class CaseReference {

    private CaseReference() {}

    /** @param number counts the cases of that year from 1 */
    public static String of(int year, int number) {
        return "INC-%d-%06d".formatted(year, number);
    }
}
