package org.safecontact.evidence;

import static org.safecontact.evidence.ItemRepository.utc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safecontact.evidence.file.Intake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files, their pieces, and what the police directed about them. What may be done with a file follows from the ledger. */
@Repository
class FileRepository {

    private static final String FILES = """
            select f.*, (select c.what from evidence_custody c
                          where c.file_id = f.id
                            and c.what in ('ADDED', 'LOCKED', 'CONFIRMED_AGAIN', 'SEALED', 'REMOVED')
                          order by c.id desc limit 1) as state
              from evidence_file f
            """;

    private final JdbcClient jdbc;

    FileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addPiece(UUID file, int number, byte[] bytes) {
        jdbc.sql("insert into evidence_chunk (file_id, number, bytes) values (:file, :number, :bytes)")
                .param("file", file)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> piece(UUID file, int number) {
        return jdbc.sql("select bytes from evidence_chunk where file_id = :file and number = :number")
                .param("file", file)
                .param("number", number)
                .query((row, at) -> row.getBytes(1))
                .optional();
    }

    /** Of what is kept of a file, hexadecimal; holds one piece at a time. */
    String sha256(UUID file) {
        MessageDigest digest = sha256();
        int number = 0;
        for (var piece = piece(file, number); piece.isPresent(); piece = piece(file, ++number)) {
            digest.update(piece.get());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    EvidenceFile add(UUID id, EvidenceItem item, Intake.Taken taken, String confirmation, String by, Instant at) {
        int number = jdbc.sql("""
                        insert into evidence_file (id, item_id, reference, number, type, size, sha256, received_sha256,
                               confirmation, added_by, added_at)
                        values (:id, :item, :reference,
                               (select count(*) + 1 from evidence_file where reference = :reference), :type, :size,
                               :sha256, :received, :confirmation, :by, :at)
                        returning number
                        """)
                .param("id", id)
                .param("item", item.id())
                .param("reference", item.reference())
                .param("type", taken.type().mediaType())
                .param("size", taken.size())
                .param("sha256", taken.sha256())
                .param("received", taken.receivedSha256())
                .param("confirmation", confirmation)
                .param("by", by)
                .param("at", utc(at))
                .query(Integer.class)
                .single();
        return find(item.reference(), number).orElseThrow();
    }

    List<EvidenceFile> files(String reference) {
        return jdbc.sql(FILES + " where f.reference = :reference order by f.number")
                .param("reference", reference)
                .query(FileRepository::file)
                .list();
    }

    Optional<EvidenceFile> find(String reference, int number) {
        return jdbc.sql(FILES + " where f.reference = :reference and f.number = :number")
                .param("reference", reference)
                .param("number", number)
                .query(FileRepository::file)
                .optional();
    }

    Optional<EvidenceFile> find(UUID id) {
        return jdbc.sql(FILES + " where f.id = :id")
                .param("id", id)
                .query(FileRepository::file)
                .optional();
    }

    void direct(UUID file, PoliceDirection direction, String by, Instant at) {
        jdbc.sql("""
                        insert into evidence_direction (file_id, officer, officer_number, force, police_ref, backups,
                               decided_by, decided_at)
                        values (:file, :officer, :number, :force, :ref, :backups, :by, :at)
                        """)
                .param("file", file)
                .param("officer", direction.officer())
                .param("number", direction.officerNumber())
                .param("force", direction.force())
                .param("ref", direction.policeReference())
                .param("backups", direction.backups())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** The newest direction about a file and who decided to follow it. */
    Optional<PoliceDirection.Decided> direction(UUID file) {
        return jdbc.sql("select * from evidence_direction where file_id = :file order by id desc limit 1")
                .param("file", file)
                .query((row, at) -> new PoliceDirection.Decided(
                        row.getLong("id"),
                        new PoliceDirection(
                                row.getString("officer"),
                                row.getString("officer_number"),
                                row.getString("force"),
                                row.getString("police_ref"),
                                row.getString("backups")),
                        row.getString("decided_by")))
                .optional();
    }

    void remove(UUID file, long directionId, String confirmedBy, Instant at) {
        jdbc.sql("""
                        insert into evidence_removal (file_id, direction_id, confirmed_by, confirmed_at)
                        values (:file, :direction, :by, :at)
                        """)
                .param("file", file)
                .param("direction", directionId)
                .param("by", confirmedBy)
                .param("at", utc(at))
                .update();
        jdbc.sql("delete from evidence_chunk where file_id = :file")
                .param("file", file)
                .update();
    }

    private static EvidenceFile file(ResultSet row, int at) throws SQLException {
        return new EvidenceFile(
                row.getObject("id", UUID.class),
                row.getLong("item_id"),
                row.getString("reference"),
                row.getInt("number"),
                FileType.of(row.getString("type")).orElseThrow(),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                HexFormat.of().formatHex(row.getBytes("received_sha256")),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                state(row.getString("state")));
    }

    private static EvidenceFile.State state(String last) {
        // Before its own line is in the ledger a file is open to nobody else: it is not committed yet.
        return switch (last == null ? "ADDED" : last) {
            case "ADDED", "CONFIRMED_AGAIN" -> EvidenceFile.State.OPEN;
            case "LOCKED" -> EvidenceFile.State.LOCKED;
            case "REMOVED" -> EvidenceFile.State.REMOVED;
            default -> EvidenceFile.State.SEALED;
        };
    }
}
