package org.safecontact.handle;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.incident.Additions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the manager who decided about an account lets the people on each report know. By itself nothing goes there (ADR 170): they choose the
 * reports and the words, and read first who is kept away from one of the reports and reads another.
 */
@Service
@Transactional(readOnly = true)
public class SaidInReports {

    private final HandleRegister register;
    private final Additions additions;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;

    SaidInReports(HandleRegister register, Additions additions, CaseFiles files, CaseAccess access, Agency agency) {
        this.register = register;
        this.additions = additions;
        this.files = files;
        this.access = access;
        this.agency = agency;
    }

    /** The reports that name it and are open, each with the label of its child. */
    public Map<String, String> open(String find) {
        Map<String, String> open = new LinkedHashMap<>();
        register.met(find).stream()
                .filter(met -> files.find(met.reference())
                        .filter(file -> file.closedAt().isEmpty())
                        .isPresent())
                .sorted(Comparator.comparing(HandleRegister.Met::reference))
                .forEach(met -> open.put(met.reference(), register.label(met) + ", " + met.reference()));
        return open;
    }

    /** Who is kept away from what was found and may read one of its reports all the same: each with those reports, in words. */
    public List<String> readThough(String find) {
        List<String> reports = open(find).keySet().stream().toList();
        return files.excluded(find).stream()
                .sorted()
                .flatMap(person -> {
                    String read = reports.stream()
                            .filter(report -> access.mayRead(person, report))
                            .collect(Collectors.joining(", "));
                    return read.isEmpty()
                            ? Stream.<String>empty()
                            : Stream.of(agency.nameOf(person) + " reads " + read);
                })
                .toList();
    }

    /** @throws org.safecontact.incident.NotAllowed when one of the reports is closed */
    @Transactional
    public void say(List<String> reports, String words, String by) {
        reports.forEach(report -> additions.toEverybody(report, by, words));
    }
}
