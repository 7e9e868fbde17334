package org.safecontact.inform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.Authors;
import org.safecontact.engine.DecidedBy;
import org.safecontact.incident.SomebodyTold;
import org.safecontact.inform.OutgoingMessage.Wanted;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people and keeps that they were told: the row, the record's entry, the message, the word to other areas. */
@Component
class Telling {

    private final LadderRepository repository;
    private final Messages messages;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime time;
    private final ApplicationEventPublisher events;

    Telling(
            LadderRepository repository,
            Messages messages,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime time,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.messages = messages;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.time = time;
        this.events = events;
    }

    List<OutgoingMessage> tell(TellingOf of, String role, Set<String> people, Wanted wanted, Optional<Instant> byWhen) {
        return tell(of, of.ladder(), allAs(role, people), wanted, byWhen);
    }

    /**
     * Tells those whose turn comes once more, and everybody who was told before, each as who they were told.
     *
     * @param people whose turn it is
     * @param before who was told so far
     */
    List<OutgoingMessage> tellAgain(TellingOf of, Set<String> people, Set<String> before) {
        Map<String, String> roles = allAs(of.rung().role(), people);
        before.forEach(personId -> roles.computeIfAbsent(personId, id -> toldAs(of, id)));
        return tell(of, of.ladder(), roles, Wanted.ANSWER, Optional.of(of.rung().dueAt()));
    }

    private static Map<String, String> allAs(String role, Set<String> people) {
        Map<String, String> roles = new LinkedHashMap<>();
        people.forEach(personId -> roles.put(personId, role));
        return roles;
    }

    /**
     * Asks people once more to answer what they were asked before.
     *
     * @param before how often anybody was told of the case before, which makes each message one of its own
     */
    List<OutgoingMessage> askAgain(TellingOf of, int before, Set<String> people) {
        Optional<Instant> byWhen = Optional.of(of.rung().dueAt()).filter(of.now()::isBefore);
        String origin = of.ladder() + ".again" + before;
        Map<String, String> roles = new LinkedHashMap<>();
        people.forEach(personId -> roles.put(personId, toldAs(of, personId)));
        return tell(of, origin, roles, Wanted.ANSWER, byWhen);
    }

    /** In which role somebody was told of this alarm last, which says what they may do on it. */
    private String toldAs(TellingOf of, String personId) {
        return repository.ofLadder(of.ladder()).stream()
                .filter(row -> row.what() == ToldRow.What.TOLD)
                .filter(row -> row.personId().filter(personId::equals).isPresent())
                .map(ToldRow::role)
                .reduce((earlier, later) -> later)
                .orElse(of.rung().role());
    }

    /** @param roles everybody who is told, and as whom */
    private List<OutgoingMessage> tell(
            TellingOf of, String origin, Map<String, String> roles, Wanted wanted, Optional<Instant> byWhen) {
        List<OutgoingMessage> written = new ArrayList<>();
        roles.forEach((personId, role) -> {
            row(of, ToldRow.What.TOLD, role, Optional.of(personId), ToldRow.BY_MESSAGE, ToldRow.SYSTEM, byWhen);
            Rung rung = of.rung();
            messages.write(of.reference(), origin, rung.number(), rung.repetition(), personId, wanted, byWhen)
                    .ifPresent(written::add);
            events.publishEvent(new SomebodyTold(of.reference(), personId));
        });
        if (!roles.isEmpty()) {
            record.append(of.reference(), told(of, roles, wanted, byWhen));
        }
        return written;
    }

    /** Somebody took it; the record says since when, and until when the next people wait for that. */
    void hasIt(String reference, String personId, Instant since, Optional<Instant> heldUntil) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("Who has it", agency.nameOf(personId)));
        statements.add(new Statement("Since", time.full(since)));
        heldUntil.ifPresent(until -> statements.add(new Statement("Nobody else is asked before", time.full(until))));
        record.append(reference, NewEntry.now(EntryKind.ACTION, "Somebody has taken it", statements, Author.SYSTEM));
    }

    Call toBeRung(TellingOf of, String role, Purpose purpose, Optional<Instant> began) {
        row(
                of,
                ToldRow.What.TO_BE_RUNG,
                role,
                Optional.empty(),
                ToldRow.BY_TELEPHONE,
                ToldRow.SYSTEM,
                Optional.empty());
        return new Call(of.reference(), of.ladder(), role, purpose, began);
    }

    /** A call is due before the answer: whoever is to answer hears of it by itself. */
    List<OutgoingMessage> askToRing(TellingOf of, Set<String> people, Instant by) {
        Rung rung = of.rung();
        return people.stream()
                .flatMap(personId -> messages
                        .write(
                                of.reference(),
                                of.ladder() + ".ring",
                                rung.number(),
                                rung.repetition(),
                                personId,
                                Wanted.RING,
                                Optional.of(by))
                        .stream())
                .toList();
    }

    void answered(TellingOf of, String role, String personId, String how, Optional<Instant> ringsBy) {
        boolean knew = repository.peopleTold(of.reference()).contains(personId);
        row(of, ToldRow.What.ANSWERED, role, Optional.of(personId), how, personId, ringsBy);
        if (!knew) {
            events.publishEvent(new SomebodyTold(of.reference(), personId));
        }
    }

    /** Who took the call in which it was told has answered; the record says so, as it does of an answer on a screen. */
    void answeredInTheCall(TellingOf of, String personId) {
        Author author = authors.of(personId);
        answered(of, author.role(), personId, ToldRow.BY_TELEPHONE, Optional.empty());
        record.append(of.reference(), NewEntry.now(EntryKind.TOLD, "Answered in the call", List.of(), author));
    }

    void row(
            TellingOf of,
            ToldRow.What what,
            String role,
            Optional<String> personId,
            String how,
            String by,
            Optional<Instant> until) {
        repository.add(new ToldRow(
                of.reference(),
                of.ladder(),
                of.rung().purpose(),
                of.rung().number(),
                of.rung().repetition(),
                what,
                role,
                personId,
                how,
                by,
                of.now(),
                until,
                Optional.empty()));
    }

    /** The words for a role of the decision table. */
    static String words(String role) {
        return switch (role) {
            case WhoStands.OTHER_MANAGERS -> "the other registered managers";
            case WhoStands.OTHER_TEAM_MANAGERS -> "the team managers";
            default -> Role.ofGroup(role).map(Role::words).orElse(role);
        };
    }

    private NewEntry told(TellingOf of, Map<String, String> roles, Wanted wanted, Optional<Instant> byWhen) {
        List<Statement> statements = new ArrayList<>();
        statements.add(
                new Statement("Who", roles.keySet().stream().map(agency::nameOf).collect(Collectors.joining(", "))));
        statements.add(new Statement("As", as(roles)));
        statements.add(new Statement("How", "a message, and on their list"));
        byWhen.ifPresent(moment -> statements.add(new Statement("By when", time.full(moment))));
        of.by().map(DecidedBy::statements).ifPresent(statements::addAll);
        String title = switch (wanted) {
            case ANSWER -> "Asked to answer";
            case RING -> "Asked to ring";
            case TAKE_OVER -> "Asked to take over";
            default -> "Told";
        };
        return NewEntry.now(EntryKind.TOLD, title, statements, Author.SYSTEM);
    }

    /** One role in words; where they differ, each person's own. */
    private String as(Map<String, String> roles) {
        return Set.copyOf(roles.values()).size() == 1
                ? words(roles.values().iterator().next())
                : roles.entrySet().stream()
                        .map(each -> agency.nameOf(each.getKey()) + ": " + words(each.getValue()))
                        .collect(Collectors.joining("; "));
    }
}
