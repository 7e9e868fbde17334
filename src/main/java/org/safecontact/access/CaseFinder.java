package org.safecontact.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.London;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases within what a person may see; who may not see a case does not find it either. */
@Service
@Transactional(readOnly = true)
public class CaseFinder {

    /** Most cases that one answer lists. */
    public static final int MOST = 50;

    /** Whatever people put between the parts: spaces, strokes, and each of the dashes that a keyboard makes. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}/._]+");

    /** A number with or without its year, with one dash between the parts: {@code 123}, {@code 2026-123}, {@code INC-2026000123}. */
    private static final Pattern REFERENCE =
            Pattern.compile("-?(?:INC-?)?(?:(\\d{4})(?:-|(?=\\d{6}-?$)))?(\\d{1,6})-?");

    private static final int YEARS_BACK = 10;
    private final CaseAccess access;
    private final EarlierReports earlier;
    private final Sights sights;
    private final CaseFileRepository files;
    private final Agency agency;
    private final Clock clock;

    CaseFinder(
            CaseAccess access,
            EarlierReports earlier,
            Sights sights,
            CaseFileRepository files,
            Agency agency,
            Clock clock) {
        this.access = access;
        this.earlier = earlier;
        this.sights = sights;
        this.files = files;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * References of open cases that this person sees, at most {@link #MOST}: the most urgent first, of those what has waited longest. For a carer
     * the newest first, who reads no level (practice, section 5), not in their order either.
     */
    public List<String> open(String personId) {
        Sight sight = sights.of(personId);
        return sight.isEmpty() ? List.of() : files.openWithin(sight, !agency.is(personId, Role.CARER), MOST);
    }

    /** References of open reports about a child that this person sees beside the one in hand, the most urgent first. */
    public List<String> alsoOpen(String personId, String childId, String inHand) {
        return files.openAbout(childId).stream()
                .filter(CaseReference::isReport)
                .filter(reference -> !reference.equals(inHand) && access.mayRead(personId, reference))
                .limit(MOST)
                .toList();
    }

    /** References of reports about a child that are over, and of the last 12 months, that this person reads beside the one in hand, the newest first. */
    public List<String> earlier(String personId, String childId, String inHand) {
        return earlier.about(childId, personId).stream()
                .filter(reference -> !reference.equals(inHand))
                .limit(MOST)
                .toList();
    }

    /**
     * References of cases, open and closed, that this person may read, the newest first, at most {@link #MOST}.
     *
     * @param words a reference or its number alone, as people type and say them, or words of a child's label in any order
     */
    public List<String> find(String personId, String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> candidates = new ArrayList<>(files.existing(references(wanted)));
        List<String> called = childrenCalled(wanted);
        candidates.addAll(files.aboutWithin(sights.of(personId), called, MOST));
        files.childrenWithOpenCases().stream()
                .filter(called::contains)
                .forEach(child -> candidates.addAll(earlier.about(child, personId)));
        return files.existing(candidates).stream()
                .filter(reference -> earlier.mayRead(personId, reference))
                .limit(MOST)
                .toList();
    }

    private List<String> references(String wanted) {
        Matcher reference =
                REFERENCE.matcher(BETWEEN.matcher(wanted.toUpperCase(Locale.UK)).replaceAll("-"));
        if (!reference.matches()) {
            return List.of();
        }
        int number = Integer.parseInt(reference.group(2));
        if (reference.group(1) != null) {
            return List.of(CaseReference.of(Integer.parseInt(reference.group(1)), number));
        }
        int thisYear = clock.instant().atZone(London.ZONE).getYear();
        List<String> years = new ArrayList<>();
        for (int year = thisYear; year >= thisYear - YEARS_BACK; year--) {
            years.add(CaseReference.of(year, number));
        }
        return years;
    }

    private List<String> childrenCalled(String wanted) {
        List<String> parts = Stream.of(plain(wanted).split(" "))
                .filter(part -> !part.isEmpty())
                .toList();
        return agency.children().stream()
                .filter(child -> !parts.isEmpty() && parts.stream().allMatch(plain(child.label())::contains)
                        || child.id().equalsIgnoreCase(wanted))
                .map(Child::id)
                .toList();
    }

    /** As people type it: without the brackets of a label. */
    private static String plain(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[()\\s]+", " ");
    }
}
