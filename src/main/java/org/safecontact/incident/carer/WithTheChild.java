package org.safecontact.incident.carer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a carer could say to the child, what better not, and what helps afterwards: the words of {@code incident/with-the-child.yaml}. */
@NamedInterface("carer")
@Service
@Transactional(readOnly = true)
public class WithTheChild {

    private static final String AGREED_CONTACT = "agreedContact";

    private final Map<String, Words> words;
    private final Incidents incidents;
    private final CaseAccess access;
    private final Agency agency;

    WithTheChild(Incidents incidents, CaseAccess access, Agency agency) {
        this.incidents = incidents;
        this.access = access;
        this.agency = agency;
        try (InputStream file = new ClassPathResource("incident/with-the-child.yaml").getInputStream()) {
            words = new YAMLMapper().readValue(file, new TypeReference<LinkedHashMap<String, Words>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param about when it fits, without a word that frightens
     * @param say what the carer could say, as it is said
     * @param betterNot what does not help, as it is said
     * @param afterwards what helps in the hours after it
     */
    @NamedInterface("carer")
    public record Words(String about, String say, String betterNot, String afterwards) {}

    /**
     * Of what a report is about that a carer made or told by telephone, what weighs more first; nothing for whoever may not read it, or looks after no
     * children. Somebody who is part of the worry learns nothing of what it is, and what a worker found is said by a person.
     */
    public List<Words> of(String reference, String personId) {
        if (!agency.is(personId, Role.CARER)
                || !access.mayRead(personId, reference)
                || incidents
                        .find(reference)
                        .filter(incident -> agency.is(incident.reporterId(), Role.CARER))
                        .isEmpty()) {
            return List.of();
        }
        Set<String> concerns = incidents.concernsTheHomeKnows(reference);
        Object kind = incidents.answers(reference).get(RiskQuestions.CONTACT_KIND);
        return words.entrySet().stream()
                .filter(each ->
                        concerns.contains(each.getKey()) || each.getKey().equals(kind))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Before and after contact that is agreed. */
    public Words ofAgreedContact() {
        return words.get(AGREED_CONTACT);
    }

    /** All there are, what weighs less and comes more often first. */
    public List<Words> all() {
        List<Words> all = new ArrayList<>(words.values());
        Collections.reverse(all);
        return all;
    }
}
