package org.safecontact.referral;

import java.util.Optional;
import java.util.stream.Stream;

/** Who is asked to act: the routes of the decision {@code external-referral} that no other to-do sees to, and whom an assessment names besides. */
public enum Body {
    SAFEGUARDING_LEAD("safeguardingLead", "", "the safeguarding lead", "Find out now whether anybody is in danger"),
    AREA_AUTHORITY(
            "areaAuthority",
            "frontDoor",
            "the authority where the child lives",
            "Ask the authority where the child lives to act"),
    PLACING_AUTHORITY(
            "placingAuthority",
            "",
            "the authority that placed the child",
            "Ask the authority that placed the child to act"),
    LADO("lado", "lado", "the LADO", "Ask the LADO to act"),
    CEOP("ceop", "ceop", "CEOP", "Report it to CEOP"),
    IWF("iwf", "iwf", "the Internet Watch Foundation", "Report the address to the Internet Watch Foundation"),
    REPORT_REMOVE("reportRemove", "", "Report Remove", "Offer Report Remove to the child"),
    NRM("nrm", "nrm", "the National Referral Mechanism", "Ask for the National Referral Mechanism"),
    PREVENT("prevent", "prevent", "Prevent", "Ask Prevent to act"),
    ICO("ico", "", "the Information Commissioner", "Ask the Information Commissioner"),
    HEALTH("", "health", "health", "Ask health to act");

    private final String route;
    private final String asked;
    private final String words;
    private final String toDo;

    Body(String route, String asked, String words, String toDo) {
        this.route = route;
        this.asked = asked;
        this.words = words;
        this.toDo = toDo;
    }

    /** As the decision names it; empty where no to-do of this room sees to it. */
    static Optional<Body> ofRoute(String route) {
        return Stream.of(values()).filter(body -> body.route.equals(route)).findFirst();
    }

    /** As the form of the assessment names whom somebody asked already. */
    static Optional<Body> ofAsked(String asked) {
        return Stream.of(values())
                .filter(body -> !asked.isEmpty() && body.asked.equals(asked))
                .findFirst();
    }

    /** As it stands in a sentence: <i>the LADO</i>. */
    public String words() {
        return words;
    }

    /** What is to do while they were not asked. */
    public String toDo() {
        return toDo;
    }

    /** By the safeguarding lead, and nobody else: the LADO, an address of pictures, the regulator, Prevent, and what is settled first. */
    public boolean managersOnly() {
        return switch (this) {
            case SAFEGUARDING_LEAD, LADO, IWF, ICO, PREVENT -> true;
            default -> false;
        };
    }

    /** Whether they say what they do about it; else it is done once they were told. */
    public boolean answers() {
        return switch (this) {
            case SAFEGUARDING_LEAD, IWF, REPORT_REMOVE -> false;
            default -> true;
        };
    }

    /** Whether they are asked again after one working day (domain brief, DMN-9): their own clock, which no agency sets. */
    public boolean chased() {
        return this == AREA_AUTHORITY || this == LADO;
    }
}
