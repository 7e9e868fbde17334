package org.safecontact.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Policy;
import org.safecontact.agency.PolicyDocument;
import org.safecontact.agency.PolicyDocuments;
import org.safecontact.agency.PolicyPeriod;
import org.safecontact.policy.Concern.Because;
import org.springframework.stereotype.Service;

/** The agency's policies as everybody reads them, and what is wrong with one. */
@Service
public class Policies {

    private final Agency agency;
    private final PolicyDocuments documents;
    private final PoliciesOfToDos ofToDos;
    private final HumanTime times;
    private final Clock clock;

    Policies(Agency agency, PolicyDocuments documents, PoliciesOfToDos ofToDos, HumanTime times, Clock clock) {
        this.agency = agency;
        this.documents = documents;
        this.ofToDos = ofToDos;
        this.times = times;
        this.clock = clock;
    }

    /**
     * One line of the list.
     *
     * @param address what stands for it in the address of its page: of the policy's name nobody shall read there
     * @param says version, owner and the day of its review, or that it is not here
     * @param here whether there is anything to read
     */
    public record Line(String address, String title, String says, boolean here) {}

    /**
     * One version of a policy, to read.
     *
     * @param says version, owner and the day of its review; of an older version only that it is one
     * @param versions which version held when, the newest first
     */
    public record Shown(
            String address,
            Policy policy,
            PolicyDocument document,
            boolean inForce,
            String says,
            List<Version> versions) {}

    /** @param when from when to when it held */
    public record Version(String version, String when, String sha256) {}

    /** The five first, then the agency's own. */
    public List<Line> list() {
        Stream<Line> related = Arrays.stream(RelatedPolicy.values())
                .map(each -> find(each.id())
                        .map(this::line)
                        .orElseGet(() -> new Line(
                                address(each.id()),
                                each.title(),
                                "Not here yet: please ask a registered manager.",
                                false)));
        Stream<Line> own = agency.policies().stream()
                .filter(policy -> RelatedPolicy.of(policy.id()).isEmpty())
                .map(this::line);
        return Stream.concat(related, own).toList();
    }

    /**
     * @param address what stands for it in the address of its page
     * @param version which one; empty for the one in force
     * @throws NotYours where there is none
     */
    public Shown show(String address, Optional<String> version) {
        Policy policy = agency.policies().stream()
                .filter(each -> address(each.id()).equals(address))
                .findFirst()
                .orElseThrow(NotYours::new);
        String wanted = version.orElse(policy.version());
        PolicyDocument document = documents.find(policy.id(), wanted).orElseThrow(NotYours::new);
        boolean inForce = wanted.equals(policy.version());
        List<PolicyPeriod> periods = documents.periods(policy.id());
        List<Version> versions = new ArrayList<>();
        periods.forEach(period -> versions.add(0, new Version(period.version(), when(period), period.sha256())));
        return new Shown(
                address,
                policy,
                document,
                inForce,
                inForce ? says(policy) : "Version " + wanted + ". It is not in force any more.",
                versions);
    }

    /** What belongs to a to-do of that key, of what is here to be read. */
    public List<Line> ofToDo(String key) {
        return ofToDos.of(key).stream()
                .flatMap(each -> find(each.id()).stream())
                .map(this::line)
                .toList();
    }

    /** The address of the page of a policy, below that of all of them. */
    public static String address(String policyId) {
        try {
            byte[] seal = MessageDigest.getInstance("SHA-256").digest(policyId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(seal, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is wrong now, of each policy the worst. */
    List<Concern> concerns() {
        Stream<Concern> missing = Arrays.stream(RelatedPolicy.values())
                .filter(each -> find(each.id()).isEmpty())
                .map(each -> new Concern(each.id(), each.title(), Because.MISSING, "", Optional.empty()));
        return Stream.concat(missing, agency.policies().stream().flatMap(policy -> concern(policy).stream()))
                .toList();
    }

    private Optional<Concern> concern(Policy policy) {
        if (documents.changedWithoutVersion(policy)) {
            String about = policy.version() + " " + policy.document().sha256();
            return Optional.of(new Concern(policy.id(), policy.title(), Because.CHANGED, about, Optional.empty()));
        }
        LocalDate from = LocalDate.ofInstant(
                policy.reviewOn().atStartOfDay(London.ZONE).toInstant().minus(agency.length(HouseTime.POLICY_NOTICE)),
                London.ZONE);
        return today().isBefore(from)
                ? Optional.empty()
                : Optional.of(new Concern(
                        policy.id(),
                        policy.title(),
                        Because.DUE,
                        policy.version() + " " + policy.reviewOn(),
                        Optional.of(policy.reviewOn())));
    }

    private Line line(Policy policy) {
        return new Line(address(policy.id()), policy.title(), says(policy), true);
    }

    private String says(Policy policy) {
        return "Version %s. %s keeps it. To be looked at again by %s."
                .formatted(policy.version(), agency.nameOf(policy.ownerId()), HumanTime.date(policy.reviewOn()));
    }

    private String when(PolicyPeriod period) {
        String from = "from " + times.full(period.from());
        return period.until().map(until -> from + " to " + times.full(until)).orElse(from);
    }

    private Optional<Policy> find(String policyId) {
        return agency.policies().stream()
                .filter(policy -> policy.id().equals(policyId))
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), London.ZONE);
    }
}
