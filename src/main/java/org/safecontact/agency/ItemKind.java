package org.safecontact.agency;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The files of the agency's folder, and what each lists. */
public enum ItemKind {
    AGENCY("agency.yaml", Settings.class),
    AUTHORITIES("authorities.yaml", Authority.class),
    PEOPLE("people.yaml", Person.class),
    TEAMS("teams.yaml", Team.class),
    HOUSEHOLDS("households.yaml", Household.class),
    CHILDREN("children.yaml", Child.class),
    ROTA("rota.yaml", Shift.class),
    DANGEROUS_PEOPLE("dangerous-people.yaml", DangerousPerson.class),
    ORDERS("orders.yaml", CourtOrder.class),
    OWN_DAYS("own-days.yaml", OwnDay.class),
    POLICIES("policies.yaml", Policy.class);

    private final String file;
    private final Class<? extends Item> type;

    ItemKind(String file, Class<? extends Item> type) {
        this.file = file;
        this.type = type;
    }

    public String file() {
        return file;
    }

    Class<? extends Item> type() {
        return type;
    }

    /**
     * An agency may have no dangerous people, no orders and no own days. Policies that are missing keep nobody from telling that a child needs
     * help: the registered manager is told of them. Everything else it must have.
     */
    boolean mayBeMissing() {
        return this == DANGEROUS_PEOPLE || this == ORDERS || this == OWN_DAYS || this == POLICIES;
    }

    /** Dangerous people, orders and policies come by the folder alone. */
    boolean isKeptOnPages() {
        return !EnumSet.of(DANGEROUS_PEOPLE, ORDERS, POLICIES).contains(this);
    }

    /** What the folder alone says of an item: no page shows it, and none changes it. */
    Set<String> foldersOwn() {
        return switch (this) {
            case AGENCY -> Set.of("times");
            case PEOPLE -> Set.of("relatedTo", "suspendedFrom");
            case CHILDREN -> Set.of("fullName", "description");
            default -> Set.of();
        };
    }

    static Optional<ItemKind> ofFile(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }
}
