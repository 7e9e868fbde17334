package org.safecontact.agency;

import java.util.List;
import java.util.stream.Collectors;
import org.safecontact.start.CannotStart;

/** The agency's folder cannot be taken as it stands; what was loaded before stays as it is. */
public class AgencyFolderRefused extends CannotStart {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    AgencyFolderRefused(String folder, List<String> problems) {
        super("The agency's folder " + folder + " has " + count(problems.size())
                + ". Nothing was changed. Please put right and start again:"
                + problems.stream().map(problem -> "\n  - " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** Every problem there is, each with file and line, in plain words. */
    public List<String> problems() {
        return problems;
    }

    private static String count(int problems) {
        return problems == 1 ? "one problem" : problems + " problems";
    }
}
