package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.ChangedMeanwhile;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.NotKept;
import org.safecontact.keeping.Keeping;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is said of a change that cannot be made: nothing that was typed is lost. */
@Component
class KeptOrRefused {

    interface Change {
        String made();
    }

    private final AgencyKeeping agencyKeeping;
    private final KeptLines lines;
    private final KeptForm form;

    KeptOrRefused(AgencyKeeping agencyKeeping, KeptLines lines, KeptForm form) {
        this.agencyKeeping = agencyKeeping;
        this.lines = lines;
        this.form = form;
    }

    /**
     * @param present the entry as it stands; empty while somebody adds one, also where another has the same id
     * @return the page after the change, or the form again with what is wrong
     */
    String answer(
            KeptKind kind,
            String id,
            Optional<Entry> present,
            ObjectNode typed,
            Model model,
            HttpServletResponse response,
            Change change) {
        KeptWords words = lines.words();
        Map<String, String> refusals;
        try {
            return change.made();
        } catch (NotKept wrong) {
            refusals = refusals(kind, id, typed, wrong, words);
        } catch (Keeping.YourOwn own) {
            refusals = Map.of(kind == KeptKind.PEOPLE ? "roles" : "", own.getMessage());
        } catch (Keeping.LoginTaken taken) {
            refusals = Map.of(kind == KeptKind.HOMES ? "carerLogin" : "id", taken.getMessage());
        } catch (ChangedMeanwhile meanwhile) {
            agencyKeeping.changes(kind.kind(), id).stream()
                    .findFirst()
                    .map(words::told)
                    .ifPresent(told -> model.addAttribute("meanwhile", told));
            refusals = Map.of(
                    "", "Somebody has changed this since you read it: see below. What you typed still stands here.");
        } catch (PessimisticLockingFailureException busy) {
            refusals = Map.of(
                    "", "Something else is being stored in this moment. Nothing was changed: please send it again.");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        if (present.isEmpty() && kind.isNamed()) {
            typed.put("id", id);
        }
        return form.show(
                kind,
                present.isPresent() ? id : "",
                present.flatMap(entry -> agencyKeeping.one(kind.kind(), id))
                        .map(Entry::number)
                        .orElse(0L),
                typed,
                refusals,
                words,
                model);
    }

    private static Map<String, String> refusals(
            KeptKind kind, String id, ObjectNode typed, NotKept wrong, KeptWords words) {
        Map<String, String> refusals = new LinkedHashMap<>();
        boolean newHome = typed.has("carerLogin");
        List<NotKept.Wrong> aboutIt = wrong.wrong().stream()
                .filter(each -> !newHome || !each.file().equals(ItemKind.PEOPLE.file()))
                .toList();
        refusals.putAll(words.refusals(kind, id, typed, aboutIt));
        if (newHome) {
            ObjectNode carer = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", typed.path("carerName").asText());
            words.refusals(
                            KeptKind.PEOPLE,
                            typed.path("carerLogin").asText(),
                            carer,
                            wrong.wrong().stream()
                                    .filter(each -> !aboutIt.contains(each))
                                    .toList())
                    .forEach((field, words1) -> refusals.put(FirstCarer.field(field), words1));
        }
        return refusals;
    }
}
