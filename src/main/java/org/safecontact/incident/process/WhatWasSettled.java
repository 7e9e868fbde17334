package org.safecontact.incident.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What whoever answered settled of the report's questions, with who and when: it stands beside what was reported, which stays as it was said. */
@Component
class WhatWasSettled {

    /** The questions of the answer that settle one of the report, as both stand in the record. */
    static final Map<String, String> ASKED = Map.of(
            "Is any of this true now?",
            "Is any of this true now?",
            "Is anyone who looks after children, or anyone living in the home, part of the worry?",
            "Is anyone who looks after children, or anyone living in your home, part of the worry?",
            "Who?",
            "Who?",
            "Is any of this part of it?",
            "Are you worried about any of this?",
            "About the pictures: is an adult involved, or pressure, violence, somebody who may not be able to agree, or were they passed on?",
            "Is an adult involved, or was anybody pushed, hurt or unable to agree, or was it passed on?",
            "Does a court order, or the plan in words, forbid this person's contact?",
            "Has a court said no contact with this person, or does the plan say in words that it is refused?",
            "Who is the other person?",
            "What do we know about them? (if several: the most worrying)",
            "Which child is it?",
            "Which child is this about?");

    private final Agency agency;
    private final HumanTime time;

    WhatWasSettled(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    /** The newest of each, by the question of the report: <i>Asked by Frankie Nightingale today at 22:06: No</i>. */
    Map<String, String> byQuestion(List<Entry> entries) {
        Map<String, String> settled = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.title().equals(ForTheCarer.ANSWERED)) {
                for (Statement said : entry.statements()) {
                    if (ASKED.containsKey(said.question())) {
                        settled.put(ASKED.get(said.question()), words(entry, said));
                    }
                }
            }
        }
        return settled;
    }

    private String words(Entry entry, Statement said) {
        return "**Asked by " + agency.nameOf(entry.author().personId()) + " " + time.at(entry.writtenAt()) + ":** "
                + AsTyped.inText(said.answer());
    }
}
