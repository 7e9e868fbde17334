package org.safecontact.incident.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others changed of how serious a case is, or of what was reported, since somebody read it last: that it was read is kept whenever a form
 * shows it. Nobody decides on a level that stood before without being asked.
 */
@NamedInterface("report")
@Service
@Transactional(readOnly = true)
public class WhatIsNew {

    private final CaseRecord record;
    private final LevelRepository levels;
    private final Agency agency;
    private final HumanTime times;

    WhatIsNew(CaseRecord record, LevelRepository levels, Agency agency, HumanTime times) {
        this.record = record;
        this.levels = levels;
        this.agency = agency;
        this.times = times;
    }

    /** In words for workers: <i>Now Immediate, since today at 22:14: Foster carer … is more worried.</i> Empty when this person knows it. */
    public Optional<String> to(String reference, String personId) {
        OptionalInt read = record.readUpTo(reference, personId);
        List<RiskDecision> set = levels.all(reference);
        if (read.isEmpty() || set.isEmpty() || read.getAsInt() >= record.length(reference)) {
            return Optional.empty();
        }
        return record.entries(reference).stream()
                .filter(entry -> entry.number() > read.getAsInt()
                        && !entry.author().personId().equals(personId)
                        && says(entry, set.get(0), personId))
                .reduce((earlier, later) -> isSaid(earlier) && !isSaid(later) ? earlier : later)
                .map(entry -> stands(set) + why(entry, set.get(0)));
    }

    /** @throws FormRefused at that field of a form, when this person does not know what has become known since it was opened */
    public void requireRead(String reference, String personId, String field) {
        to(reference, personId).ifPresent(news -> {
            throw new FormRefused(
                    field,
                    "This has changed since you opened it. " + news
                            + " Please press Show it here, above the form, read it, and send this again. What you typed stays.");
        });
    }

    private static boolean says(Entry entry, RiskDecision newest, String personId) {
        return isSaid(entry)
                || entry.title().equals(Lowering.LESS_SERIOUS)
                || entry.title().equals(Levels.HOW_SERIOUS)
                        && !newest.decidedBy().equals(personId);
    }

    /** Said by somebody; what it means for the level stands in an entry after it. */
    private static boolean isSaid(Entry entry) {
        return entry.title().equals(Raising.MORE_WORRIED) || entry.title().endsWith(Reporting.ANSWERS);
    }

    private String stands(List<RiskDecision> set) {
        RiskDecision now = set.get(0);
        String at = times.at(now.decidedAt());
        return set.size() > 1 && set.get(1).level() == now.level()
                ? "Still " + now.level().words() + "; new " + at + ": "
                : "Now " + now.level().words() + ", since " + at.replaceFirst("^on ", "") + ": ";
    }

    private String why(Entry entry, RiskDecision now) {
        String who = agency.roleAndNameOf(entry.author().personId());
        if (entry.title().equals(Raising.MORE_WORRIED)) {
            boolean danger = entry.statements().contains(new Statement(Raising.DANGER_NOW, "yes"));
            return who + (danger ? " says that somebody is in danger now." : " is more worried.");
        }
        return isSaid(entry) ? who + " has sent more of the report." : now.reason();
    }
}
