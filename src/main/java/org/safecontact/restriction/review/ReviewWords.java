package org.safecontact.restriction.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.springframework.stereotype.Component;

/** A look in the words of whoever reads it. */
@Component
public class ReviewWords {

    private final Agency agency;

    ReviewWords(Agency agency) {
        this.agency = agency;
    }

    /**
     * A topic, and what was agreed about it.
     *
     * @param open whether something of it is still to do
     */
    public record Line(String heading, List<String> sentences, boolean open) {}

    /** What holds, in the order of the topics. */
    public List<Line> lines(Review review) {
        return Stream.of(Topic.values())
                .flatMap(topic -> review.finding(topic).stream())
                .map(finding -> line(review, finding))
                .toList();
    }

    /** On which day it was agreed: <i>12 January 2027</i>. */
    public String agreedOn(Review review) {
        return review.held().map(step -> date(step.at())).orElse("");
    }

    /** What became of something that was still to do; empty where nothing did yet. */
    public String since(Review review, Topic topic) {
        ReviewStep step = review.newest(topic).orElseThrow();
        return switch (step.what()) {
            case DONE -> "Done, " + date(step.at()) + ".";
            case GIVEN_UP -> "Not to be done after all: " + note(step, topic);
            case WITH_WORKER ->
                "The worker of the home helps with it."
                        + (note(step, topic).isEmpty() ? "" : " What gets in the way: " + note(step, topic));
            default -> "";
        };
    }

    private static String note(ReviewStep step, Topic topic) {
        return step.finding(topic).orElseThrow().note();
    }

    private Line line(Review review, Finding finding) {
        List<String> sentences = new ArrayList<>();
        boolean open = review.open().contains(finding);
        if (finding.how() == Finding.How.NOT_YET) {
            sentences.add((open ? "Still to do: " : "") + finding.words());
            add(sentences, since(review, finding.topic()));
            if (open) {
                sentences.add(
                        doer(finding) + ", by " + HumanTime.date(finding.by().orElseThrow()) + ".");
            }
        } else {
            sentences.add(finding.how().words() + ": " + finding.words());
        }
        add(sentences, finding.restsOn().isEmpty() ? "" : "Rests on: " + finding.restsOn());
        return new Line(finding.topic().words(), sentences, open);
    }

    private String doer(Finding finding) {
        String doer = finding.doer().orElseThrow();
        return doer.equals(Finding.WORKER) ? "Whoever supervises the home" : agency.nameOf(doer);
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    private static String date(Instant at) {
        return HumanTime.date(LocalDate.ofInstant(at, London.ZONE));
    }
}
