// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class DocumentsModel;
class IndexingWatcher;
class TransferQueue;

//! Keeps \a model up to date with what \a queue sends and \a watcher learns, and has the watcher look after the
//! documents that the model finds being indexed. All three must live until one of them is destroyed.
void follow(DocumentsModel &model, TransferQueue &queue, IndexingWatcher &watcher);
