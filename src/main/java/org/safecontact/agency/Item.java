package org.safecontact.agency;

/** Anything that one of the agency's files lists: it has an id of its own within its file. */
interface Item {

    /** Ids travel through the engine, so they are letters and digits only. */
    String ID = "[a-zA-Z0-9]+";

    String ID_WORDS = "may only have letters and digits (like carer1)";

    /** With a letter or a digit: what nobody can see is no name. */
    String NAME = "(?s).*[\\p{L}\\p{N}].*";

    String NAME_WORDS = "needs a letter or a digit that people can see";

    String TELEPHONE = "\\+?[0-9][0-9 ]{4,18}[0-9]";

    String TELEPHONE_WORDS = "is not a telephone number (write it like 01632 960123)";

    /** Plain: without quoted words, and nothing that a spreadsheet would work out. */
    String EMAIL = "[^\\s\"@=][^\\s\"@]*@[^\\s\"@]+";

    String EMAIL_WORDS = "is not an e-mail address";

    String id();
}
