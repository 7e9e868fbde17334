package org.safecontact.incident.process;

import org.safecontact.access.ToDos;

/** Keys of the to-dos in this room's diagrams that no other room goes by; the others are in {@link ToDos}. */
final class CaseToDos {

    static final String HELP_WITH_RECORD = "helpWithRecord";
    static final String REVIEW_CONTACT = "reviewContact";
    static final String REVIEW_SAFER_CARE_PLAN = "reviewSaferCarePlan";
    static final String SIGN_OFF_SAFER_CARE_PLAN = "signOffSaferCarePlan";
    static final String DECIDE_ABOUT_NAMED = "decideAboutNamed";
    static final String TELL_AUTHORITY = "tellAuthority";

    private CaseToDos() {}
}
