package org.safecontact.restriction.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.PlainWords;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Choice;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.restriction.Restriction;
import org.springframework.stereotype.Component;

/** Who at the authority said that it may be, when and how: written by that person, or by whoever was told. */
@Component
class Authorised {

    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;

    Authorised(Agency agency, HumanTime time, Clock clock) {
        this.agency = agency;
        this.time = time;
        this.clock = clock;
    }

    /** Whether this person is the authority themself. */
    boolean own(Optional<String> personId) {
        return personId.flatMap(agency::person)
                .filter(person -> person.is(Role.CHILDS_SOCIAL_WORKER))
                .isPresent();
    }

    /** @throws FormRefused where the parents have to agree, asked by the authority, and have not yet (section 20) */
    static void requireParents(boolean theyKeepSay, Answers answers) {
        if (theyKeepSay && answers.one("parents").filter("yes"::equals).isEmpty()) {
            throw new FormRefused(
                    "parents",
                    "As this child is looked after now, the parents have to agree too. The authority asks them; without that nothing is limited.");
        }
    }

    /**
     * @param asked who asked that it may be: nobody approves what they asked for themselves (NMS 9.4)
     * @throws FormRefused where nobody else at the authority is named, but who asked, or who writes it down; or where it was said before anybody asked
     *     for this, or looked at it last
     */
    String by(String personId, String asked, Restriction restriction, Answers answers) {
        if (own(Optional.of(personId))) {
            return agency.nameOf(personId) + ", " + time.full(clock.instant());
        }
        String who = answers.one("authorityWho").orElseThrow();
        if (PlainWords.namesNobody(who)
                || Stream.of(personId, asked).map(agency::nameOf).anyMatch(name -> PlainWords.isAbout(who, name))) {
            throw new FormRefused(
                    "authorityWho",
                    "Please begin with the name of who said so at the authority: not yourself, and not who asked for it.");
        }
        Instant at = answers.instant("authorityAt").orElseThrow();
        Instant since = restriction.steps().get(restriction.steps().size() - 1).at();
        if (at.isBefore(since.truncatedTo(ChronoUnit.MINUTES))) {
            throw new FormRefused(
                    "authorityAt",
                    "That is before anybody asked for this, or looked at it last (" + time.full(since)
                            + "). What do they say now? Or is it the wrong day?");
        }
        return who + ", "
                + time.full(at) + ", "
                + Choice.of(ConfirmedHow.class, answers.one("authorityHow").orElseThrow())
                        .orElseThrow()
                        .words();
    }
}
