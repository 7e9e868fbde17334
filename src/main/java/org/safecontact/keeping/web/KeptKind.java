package org.safecontact.keeping.web;

import static org.safecontact.keeping.web.KeptField.many;
import static org.safecontact.keeping.web.KeptField.one;
import static org.safecontact.keeping.web.KeptField.typed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.NotYours;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.Role;
import org.safecontact.keeping.web.KeptField.Type;

/** What is kept on pages, in the order in which it stands there, and what is asked of each. */
enum KeptKind {
    DUTY(
            "r",
            ItemKind.ROTA,
            "Who is on duty",
            "a time of duty",
            "duty",
            typed("role", "On call as", Type.ROLE),
            many("people", "Who answers", null).hint("Only people who have that role. All of them are asked at once."),
            typed("from", "From", Type.FROM).hint("Without a time: from the beginning of that day."),
            typed("until", "Until", Type.UNTIL)
                    .hint("Without a time: until the end of that day. Without a day it goes on until you end it."),
            typed("telephone", "Another duty telephone for this time", Type.TELEPHONE)
                    .hint("Leave it empty where duty answers the usual number.")),
    PEOPLE(
            "p",
            ItemKind.PEOPLE,
            "People, and when they are away",
            "somebody",
            "",
            typed("name", "Name", Type.TEXT).hint("As colleagues and carers know them."),
            typed("roles", "What they do", Type.ROLES),
            typed("telephone", "Telephone", Type.TELEPHONE),
            typed("email", "E-mail", Type.EMAIL).hint("Where messages go."),
            one("household", "Home", ItemKind.HOUSEHOLDS, null).hint("For carers alone, and they must have one."),
            typed("absences", "Away", Type.ABSENCES)
                    .hint(
                            "Whoever stands in for them is asked instead. Without a time: whole days, the last one too.")),
    HOMES(
            "h",
            ItemKind.HOUSEHOLDS,
            "Homes",
            "a home",
            "home",
            typed("name", "Name", Type.TEXT).hint("What workers call it; never the address."),
            typed("address", "Address", Type.LONG_TEXT)
                    .hint("For whoever speaks with the police. It stands in no message."),
            one("team", "Team", ItemKind.TEAMS, null),
            one("supervisedBy", "Supervising social worker", ItemKind.PEOPLE, Role.SUPERVISING_SOCIAL_WORKER),
            typed("otherAdults", "Other people of 16 and over who live there and have no login", Type.ADULTS)),
    CHILDREN(
            "c",
            ItemKind.CHILDREN,
            "Children",
            "a child",
            "",
            typed("label", "What the child is called here", Type.TEXT)
                    .hint("It begins with the short name, and is never a full name."),
            typed("dateOfBirth", "Date of birth", Type.DATE),
            one("household", "Home", ItemKind.HOUSEHOLDS, null)
                    .hint("After a move, whatever is open goes to the new home; who may read it changes at once."),
            one("authority", "Authority", ItemKind.AUTHORITIES, null),
            one("childsSocialWorker", "Child's social worker", ItemKind.PEOPLE, Role.CHILDS_SOCIAL_WORKER),
            typed("legalStatus", "Looked after under", Type.STATUS)),
    TEAMS(
            "t",
            ItemKind.TEAMS,
            "Teams",
            "a team",
            "team",
            typed("name", "Name", Type.TEXT),
            many("managers", "Team managers", Role.TEAM_MANAGER)),
    AUTHORITIES(
            "a",
            ItemKind.AUTHORITIES,
            "Local authorities",
            "a local authority",
            "authority",
            typed("name", "Name", Type.TEXT),
            typed("telephone", "Telephone in office hours", Type.TELEPHONE),
            typed("emergencyDutyTeamTelephone", "Emergency duty team, at all other hours", Type.TELEPHONE)),
    OWN_DAYS(
            "d",
            ItemKind.OWN_DAYS,
            "Days on which the office is closed",
            "a day",
            "day",
            typed("date", "Date", Type.DATE).hint("Bank holidays are known, and need not stand here."),
            typed("name", "Why", Type.TEXT)),
    AGENCY(
            "o",
            ItemKind.AGENCY,
            "Name and duty telephone",
            "",
            "",
            typed("name", "Name of the agency", Type.TEXT),
            typed("dutyTelephone", "Duty telephone, day and night", Type.TELEPHONE)
                    .hint("Everybody reads it on every page and rings it."));

    private final String letter;
    private final ItemKind kind;
    private final String title;
    private final String single;
    private final String idBeginning;
    private final List<KeptField> fields;

    KeptKind(String letter, ItemKind kind, String title, String single, String idBeginning, KeptField... fields) {
        this.letter = letter;
        this.kind = kind;
        this.title = title;
        this.single = single;
        this.idBeginning = idBeginning;
        this.fields = List.of(fields);
    }

    /** How its addresses end. */
    public String letter() {
        return letter;
    }

    /** What somebody says who takes one out; empty where the folder alone does. */
    public String goes() {
        return switch (this) {
            case PEOPLE -> "They have left the agency";
            case HOMES -> "This home is given up";
            case CHILDREN, AGENCY -> "";
            default -> "Take this out";
        };
    }

    /** The file of the folder that has the same. */
    String file() {
        return kind.file();
    }

    ItemKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** One of it, as in <i>Add a team</i>; empty where there is one and no more. */
    public String single() {
        return single;
    }

    /** Whether somebody chooses the id, because people read it: the login, and how a child's label begins. */
    boolean isNamed() {
        return idBeginning.isEmpty();
    }

    String idBeginning() {
        return idBeginning;
    }

    List<KeptField> fields() {
        return fields;
    }

    static KeptKind ofLetter(String letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter.equals(letter))
                .findFirst()
                .orElseThrow(NotYours::new);
    }

    static Optional<KeptKind> of(ItemKind kind) {
        return Arrays.stream(values()).filter(kept -> kept.kind == kind).findFirst();
    }
}
