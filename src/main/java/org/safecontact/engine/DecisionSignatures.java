package org.safecontact.engine;

/** Knows who signed which version of a decision table; see {@code processes/decisions/signed.yaml}. */
public interface DecisionSignatures {

    /**
     * @param decision what a table said
     * @return who signed the version that said it; never null, and never an error: what cannot be checked is unsigned
     */
    DecisionSignature of(Decision decision);
}
