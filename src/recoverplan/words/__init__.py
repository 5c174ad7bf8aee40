"""Every sentence that people read, one file a topic, so that a clinician can review the wording in
one sitting. These files import only each other: `now` reads one of them.
"""
