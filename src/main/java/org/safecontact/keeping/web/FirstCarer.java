package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.AgencyKeeping.Wish;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.Role;

/** A home is nothing without a carer, and a carer has a home: the two are added together, on one form. */
final class FirstCarer {

    static final List<KeptField> FIELDS = List.of(
            KeptField.typed("carerName", "Name of its first carer", KeptField.Type.TEXT),
            KeptField.typed("carerLogin", "Login of that carer", KeptField.Type.TEXT)
                    .hint("Letters and digits only. It never changes."),
            KeptField.typed("carerTelephone", "Telephone of that carer", KeptField.Type.TELEPHONE),
            KeptField.typed("carerEmail", "E-mail of that carer", KeptField.Type.EMAIL));

    private FirstCarer() {}

    static Wish wish(Typed typed, String home) {
        ObjectNode carer = JsonNodeFactory.instance
                .objectNode()
                .put("name", typed.at("carerName", 0))
                .put("telephone", typed.at("carerTelephone", 0))
                .put("email", typed.at("carerEmail", 0))
                .put("household", home);
        carer.putArray("roles").add(Role.CARER.groupId());
        return new Wish(ItemKind.PEOPLE, typed.at("carerLogin", 0), Optional.of(carer), 0);
    }

    /** What was typed without what is the carer's. */
    static ObjectNode ofTheFile(ObjectNode fields) {
        return fields.deepCopy().remove(FIELDS.stream().map(KeptField::name).toList());
    }

    /** Where the form asks for a field of the carer; empty where it does not. */
    static String field(String field) {
        return switch (field) {
            case "id" -> "carerLogin";
            case "name" -> "carerName";
            case "telephone" -> "carerTelephone";
            case "email" -> "carerEmail";
            default -> "";
        };
    }
}
