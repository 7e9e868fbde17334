package org.safecontact.incident.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.OpenQuestions;
import org.springframework.stereotype.Component;

/** What forms show of a case, in plain words. The level is for workers only (practice, section 5). */
@Component
class CaseWords {

    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry(RiskQuestions.IMMEDIATE_DANGER, "whether anybody is in danger now"),
            Map.entry(RiskQuestions.NEAR_OR_MEETING, "whether somebody is near or a meeting is arranged"),
            Map.entry(RiskQuestions.THREAT_TO_LIFE, "whether a life is threatened"),
            Map.entry(RiskQuestions.NAMED_PERSON, "whether somebody near the child is part of the worry"),
            Map.entry(RiskQuestions.CONTACT_BARRED, "whether this person's contact is refused"),
            Map.entry(RiskQuestions.PERSON_RISK, "who the person is"),
            Map.entry(RiskQuestions.CONCERNS, "what the worry is"),
            Map.entry(RiskQuestions.DISCLOSED, "what got out"),
            Map.entry(RiskQuestions.CONTACT_KIND, "what kind of contact it was"),
            Map.entry(RiskQuestions.DISTRESS, "how the child is"),
            Map.entry(RiskQuestions.IMAGES_AGGRAVATED, "whether an adult or pressure is behind the pictures"),
            Map.entry(RiskQuestions.CHILD_REPLIED, "whether the child answered"));

    private final Incidents incidents;
    private final OpenQuestions questions;
    private final Agency agency;
    private final HumanTime times;

    CaseWords(Incidents incidents, OpenQuestions questions, Agency agency, HumanTime times) {
        this.incidents = incidents;
        this.questions = questions;
        this.agency = agency;
        this.times = times;
    }

    /** For carers: the reference and the child, never the level. */
    Map<String, Object> forCarers(String reference) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", reference);
        shown.put("child", child(incidents.get(reference)));
        shown.put("images", incidents.concerns(reference).contains(RiskQuestions.IMAGES));
        return shown;
    }

    /** For workers: also how serious it is and why, what is still open, and both times when it was told late. */
    Map<String, Object> forWorkers(String reference) {
        Map<String, Object> shown = forCarers(reference);
        Incident incident = incidents.get(reference);
        shown.put(
                "levelWords",
                incident.level()
                        .map(level -> "It stands at **" + level.words() + "**.")
                        .orElse(""));
        shown.put(
                "reason",
                incidents.decision(reference).map(RiskDecision::reason).orElse(""));
        shown.put("openQuestions", stillOpen(reference));
        Instant told = incidents.toldFirstAt(reference);
        shown.put("reportedAt", times.full(told));
        shown.put(
                "lateWords",
                Stream.of(sentLater(incident, told), late(incident))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" ")));
        return shown;
    }

    /** Who to ring about a case: the name and the number of who reported, or of who began it. */
    Map<String, Object> reporter(String reference) {
        Map<String, Object> shown = new HashMap<>();
        Incident incident = incidents.get(reference);
        shown.put("who", agency.nameOf(incident.reporterId()));
        shown.put(
                "telephone",
                agency.person(incident.reporterId())
                        .map(person -> person.telephone())
                        .orElse(""));
        shown.put("since", times.at(incident.startedAt()));
        return shown;
    }

    String by(Instant moment) {
        return times.by(moment);
    }

    private String child(Incident incident) {
        return incident.childId().flatMap(agency::child).map(Child::label).orElse("the child is not known yet");
    }

    /** What nobody knows yet, since when, and who asks; empty when everything is known. */
    String stillOpen(String reference) {
        Set<String> open = questions.of(reference);
        return open.isEmpty()
                ? ""
                : "**Still open since "
                        + times.at(incidents.toldFirstAt(reference)).replaceFirst("^on ", "") + ":** "
                        + open.stream().map(QUESTIONS::get).collect(Collectors.joining("; "))
                        + ". Whoever has this asks the carer, and nobody asks the child.";
    }

    private String sentLater(Incident incident, Instant told) {
        return incident.reportedAt()
                .filter(told::isBefore)
                .map(sent -> "That was the tap on danger; the report was sent " + times.at(sent) + ".")
                .orElse("");
    }

    private String late(Incident incident) {
        Instant reported = incident.reportedAt().orElse(incident.startedAt());
        Duration tolerated = agency.length(HouseTime.REPORTED_LATE);
        boolean late = Duration.between(incident.knownAt(), reported).compareTo(tolerated) > 0
                || incident.happenedAt()
                        .filter(happened -> Duration.between(happened, reported).compareTo(tolerated) > 0)
                        .isPresent();
        if (!late) {
            return "";
        }
        return "Written on " + times.full(reported) + " about "
                + times.full(incident.happenedAt().orElse(incident.knownAt())) + ".";
    }
}
