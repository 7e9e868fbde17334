package org.safecontact.referral.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.referral.Body;
import org.safecontact.referral.Referral;
import org.springframework.stereotype.Component;

/** What the forms show: the child, whom to ask, where, and what for. */
@Component
class ReferralWords {

    private final Incidents incidents;
    private final Agency agency;

    ReferralWords(Incidents incidents, Agency agency) {
        this.incidents = incidents;
        this.agency = agency;
    }

    Map<String, Object> about(Referral referral) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", referral.reference());
        shown.put("child", child(referral).map(Child::label).orElse("the child is not known yet"));
        shown.put("how", how(referral));
        return shown;
    }

    /** As it begins a sentence. */
    static String body(Body body) {
        return Character.toUpperCase(body.words().charAt(0)) + body.words().substring(1);
    }

    private String how(Referral referral) {
        return switch (referral.body()) {
            case SAFEGUARDING_LEAD ->
                "Nobody can say yet whether somebody is in danger. **Ring the carer now and find out.** In danger: 999"
                        + " first, then press *I'm more worried now*.";
            case AREA_AUTHORITY ->
                "**Ring children's services where the child lives**, out of hours their emergency duty team: you make a"
                        + " safeguarding referral. They decide within one working day. The child was placed by "
                        + placing(referral) + ". Where that is the same authority, one call is both.";
            case PLACING_AUTHORITY ->
                "**Ring " + placing(referral) + ".** You make a safeguarding referral. Where the child lives in their"
                        + " own area, one call is both.";
            case LADO ->
                "**Ring the LADO of the area** within one working day, through the council's front door if you have no"
                        + " number; the child was placed by " + placing(referral)
                        + ". Nobody warns whoever it may be about: ask first who may be told what.";
            case CEOP ->
                "**Report it yourself on ceop.police.uk**: what happened, who, which app, which name. No picture and no"
                        + " file. They answer whoever reports.";
            case IWF ->
                "**On report.iwf.org.uk: the address of the page, and nothing else.** Nobody opens the page, looks at a"
                        + " picture, copies it or sends it on. Not sure where it is: ask the police first.";
            case REPORT_REMOVE ->
                "**Offer it, without pressing:** with Report Remove (childline.org.uk/remove, or Childline"
                        + " [0800 1111](tel:08001111)) the child has a picture of itself taken down. The child uses it; no"
                        + " adult opens the picture.";
            case NRM ->
                "**Ask the police or children's services of the area** whether they refer the child to the National"
                        + " Referral Mechanism. They decide, not we. The child was placed by "
                        + placing(referral) + ".";
            case PREVENT ->
                "**Ring the Prevent lead of the area**, through the police ([101](tel:101)) or the council's front"
                        + " door, and say that a child may be drawn into hate or violence.";
            case ICO ->
                "Nobody has said yet whether private details got out. **Ask the carer first**; if they did and it can"
                        + " harm somebody, the Information Commissioner ([0303 123 1113](tel:03031231113), out of hours"
                        + " ico.org.uk) hears of it within 72 hours from when we knew.";
            case HEALTH -> "Whoever was asked to see to the child's health.";
        };
    }

    private String placing(Referral referral) {
        return child(referral)
                .map(Child::id)
                .flatMap(agency::authorityOf)
                .map(ReferralWords::numbers)
                .orElse("the authority on the child's page");
    }

    private static String numbers(Authority authority) {
        return "%s, %s, out of hours %s"
                .formatted(
                        authority.name(),
                        number(authority.telephone()),
                        number(authority.emergencyDutyTeamTelephone()));
    }

    private static String number(String telephone) {
        return "[%s](<tel:%s>)".formatted(telephone, telephone.replace(" ", ""));
    }

    private Optional<Child> child(Referral referral) {
        return incidents.find(referral.reference()).flatMap(Incident::childId).flatMap(agency::child);
    }
}
